// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/reader_thread.h"
#include "store/schema.h"
#include "store/writer_thread.h"

#include <QCoreApplication>
#include <QMetaMethod>

namespace hookworks {

Store::Store(QString path, Mode mode, BodyReading reading)
    : m_path(std::move(path))
    , m_mode(mode)
    , m_watch(m_path)
    , m_reading(std::move(reading))
{
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, Mode mode, const SecretBox& secrets,
                                           BodyReading reading)
{
    std::unique_ptr<Store> store(new Store(path, mode, std::move(reading)));
    if (mode == Mode::Write) {
        Store* const teller = store.get();
        store->m_writer = std::make_unique<WriterThread>(
            path, secrets, store->m_reading, store->m_watch,
            WriterThread::Reports{[teller](const StoreChanges& changes) { teller->noteChanges(changes); },
                                  [teller](const Error& error) { Q_EMIT teller->troubled(error); }});
        if (auto opened = store->m_writer->opened(); !opened)
            return tl::unexpected(opened.error());
    }
    if (auto opened = store->openLanes(secrets); !opened)
        return tl::unexpected(opened.error());
    return store;
}

/// Who opens the file first checks it: the writer, else the first of them.
Result<void> Store::openLanes(const SecretBox& secrets)
{
    const auto openLane = [&](std::unique_ptr<ReaderThread>& lane, ReaderThread::Opening opening) {
        lane = std::make_unique<ReaderThread>(m_path, opening, secrets, m_reading, m_watch);
        return lane->opened();
    };
    const ReaderThread::Opening first =
        m_writer ? &openChecked : [](const QString& path) { return openForReading(path); };
    return openLane(m_urgent, first).and_then([&] { return openLane(m_screen, &openChecked); }).and_then([&] {
        return openLane(m_background, &openChecked);
    });
}

/// Readers first: the last connection to go writes the log back into the file, and only the writing one may.
/// What an answer of the writer still asks finds the reader closed, not gone.
Store::~Store()
{
    for (const auto& lane : {m_urgent.get(), m_screen.get(), m_background.get()}) {
        if (lane)
            lane->close();
    }
    m_writer.reset();
}

/// On the writer thread.
void Store::noteChanges(const StoreChanges& changes)
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Store::changed);
    if (!isSignalConnected(signal))
        return;
    {
        const std::lock_guard lock(m_changesMutex);
        m_changes += changes;
        if (std::exchange(m_changesTold, true))
            return;
    }
    Q_EMIT changed();
}

StoreChanges Store::takeChanges()
{
    const std::lock_guard lock(m_changesMutex);
    m_changesTold = false;
    return std::exchange(m_changes, {});
}

QString Store::path() const
{
    return m_path;
}

Store::Mode Store::mode() const
{
    return m_mode;
}

void Store::write(std::function<Result<void>(Writer&)> change, std::function<void(const Result<void>&)> done)
{
    queueWrite(std::move(change), std::move(done), false);
}

void Store::writeSometime(std::function<Result<void>(Writer&)> change)
{
    if (m_writer)
        m_writer->add({std::move(change), {}, false, true});
}

void Store::queueWrite(std::function<Result<void>(Writer&)> change,
                       std::function<void(const Result<void>&)> done, bool undoable)
{
    if (m_writer) {
        m_writer->add({std::move(change), std::move(done), undoable});
        return;
    }
    if (done)
        done(fail(ErrorCode::CannotWrite,
                  QCoreApplication::translate("hookworks", "The workspace was opened for reading only.")));
}

void Store::queueRead(ReaderThread& lane, const Asker& asker, ReadQuestion question)
{
    lane.add(std::move(question), asker);
}

} // namespace hookworks
