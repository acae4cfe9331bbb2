// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader_thread.h"

#include "domain/words.h"
#include "store/patience.h"
#include "store/sqlite/connection.h"

#include <QCoreApplication>

namespace hookworks {

ReaderThread::ReaderThread(QString path, Opening opening, const SecretBox& secrets,
                           const BodyReading& reading, const FileWatch& watch)
    : m_path(std::move(path))
    , m_opening(opening)
    , m_secrets(&secrets)
    , m_reading(&reading)
    , m_watch(&watch)
    , m_thread([this] { run(); })
{
}

ReaderThread::~ReaderThread()
{
    close();
}

void ReaderThread::add(Question question, const Asker& asker)
{
    Asked asked{std::move(question), asker};
    if (!m_queue.add(asked))
        (void)asked.question(fail(ErrorCode::Interrupted,
                                  QCoreApplication::translate("hookworks", "The workspace is being closed.")),
                             true);
}

void ReaderThread::close()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> ReaderThread::opened()
{
    return m_opened.get_future().get();
}

void ReaderThread::run()
{
    const auto connection = patiently([this](bool) { return m_opening(m_path); });
    if (!connection) {
        m_opened.set_value(tl::unexpected(connection.error()));
        return;
    }
    m_interrupt = (*connection)->interrupter();
    m_opened.set_value({});
    for (auto questions = m_queue.takeAll(); !questions.empty(); questions = m_queue.takeAll()) {
        for (const Asked& asked : questions) {
            const Asker::Answering answering(asked.asker, m_interrupt);
            (void)patiently([&](bool isLast) { return answer(**connection, asked, isLast); });
        }
    }
}

Result<void> ReaderThread::answer(SqlConnection& connection, const Asked& asked, bool isLast)
{
    const Question& question = asked.question;
    if (asked.asker.isSuperseded())
        return question(fail(ErrorCode::Interrupted, tr("Something newer was asked.")), true);
    if (auto readable = m_watch->mayRead(); !readable)
        return question(tl::unexpected(readable.error()), true);
    if (auto begun = connection.run("BEGIN"); !begun)
        return question(tl::unexpected(begun.error()), isLast);
    Reader reader(connection, *m_secrets, *m_reading);
    auto answered = question(&reader, isLast);
    if (auto ended = connection.run("COMMIT"); !ended)
        (void)connection.execute(QStringLiteral("ROLLBACK"));
    return answered;
}

} // namespace hookworks
