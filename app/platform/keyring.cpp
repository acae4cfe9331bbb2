// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/keyring.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QPromise>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>

namespace hookworks {

namespace {

constexpr std::chrono::minutes patience{2};

Error noBus()
{
    return {ErrorCode::CannotOpen,
            QCoreApplication::translate("hookworks", "There is no keyring: no session bus is running."),
            {}};
}

Error errorOf(const QKeychain::Job& job)
{
    const bool none =
        job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented;
    return {ErrorCode::CannotOpen,
            none ? QCoreApplication::translate("hookworks", "There is no keyring on this desktop.")
                 : QCoreApplication::translate("hookworks", "The keyring did not open."),
            job.errorString()};
}

/// Runs a job and answers once: with what `answer` makes of it, or after the patience has ended.
template <class T>
QFuture<T> answerOf(QKeychain::Job* job, std::function<T(QKeychain::Job&)> answer)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const auto tell = [promise](T value) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(value));
        promise->finish();
    };
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [tell, answer = std::move(answer)](QKeychain::Job* done) { tell(answer(*done)); });
    QTimer::singleShot(patience, job, [tell] {
        tell(fail(ErrorCode::CannotOpen,
                  QCoreApplication::translate("hookworks", "The keyring was not unlocked in two minutes.")));
    });
    job->start();
    return promise->future();
}

template <class T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

Result<void> doneOf(QKeychain::Job& job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return tl::unexpected(errorOf(job));
    return {};
}

const QString service = QStringLiteral("Hookworks");

} // namespace

SystemKeyring::SystemKeyring(const QProcessEnvironment& environment)
    : m_hasBus(
          !environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")).isEmpty() ||
          QFileInfo::exists(environment.value(QStringLiteral("XDG_RUNTIME_DIR")) + QStringLiteral("/bus")))
{
}

QFuture<Keyring::Secret> SystemKeyring::read(const QString& name)
{
    if (!m_hasBus)
        return readyFuture<Secret>(tl::unexpected(noBus()));
    auto* job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return answerOf<Secret>(job, [job](QKeychain::Job& done) -> Secret {
        if (done.error() == QKeychain::EntryNotFound)
            return std::optional<QByteArray>();
        if (done.error() != QKeychain::NoError)
            return tl::unexpected(errorOf(done));
        return std::optional(job->binaryData());
    });
}

QFuture<Result<void>> SystemKeyring::write(const QString& name, const QByteArray& secret)
{
    if (!m_hasBus)
        return readyFuture<Result<void>>(tl::unexpected(noBus()));
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setTextData(QString::fromLatin1(secret)); // keyring programs show it
    return answerOf<Result<void>>(job, doneOf);
}

QFuture<Result<void>> SystemKeyring::remove(const QString& name)
{
    if (!m_hasBus)
        return readyFuture<Result<void>>(tl::unexpected(noBus()));
    auto* job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    return answerOf<Result<void>>(job, doneOf);
}

} // namespace hookworks
