// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/completions.h"
#include "store/sqlite/connection.h"
#include "store/store.h"
#include "support/file_size_limit.h"
#include "support/plain_secret_box.h"
#include "workbench/session/store_sink.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Captures on their way into the workspace.
class SinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCommittedBodyStays();
    void aBodyWithoutACaptureIsDropped();
    void aBodyThatWasNeverBegunDropsNoOther();
    void whatAFullDiskLeftOfABodyIsDroppedOnceThereIsRoom();

private:
    Result<void> append(CaptureBody& body, qsizetype bytes);
    Result<CaptureId> commit(std::unique_ptr<CaptureBody> body = nullptr);
    qint64 bodies() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    PlainSecretBox m_secrets;
    std::unique_ptr<Completions> m_completions;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<StoreSink> m_sink;
};

void SinkTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_completions = std::make_unique<Completions>();
    auto store = Store::open(m_folder->filePath(u"w.hookworks"_s), Store::Mode::Write, m_secrets);
    QVERIFY(store);
    m_store = std::move(*store);
    m_sink = std::make_unique<StoreSink>(*m_store, *m_completions);
}

void SinkTest::cleanup()
{
    m_sink.reset();
    m_store.reset();
    m_completions.reset();
}

Result<void> SinkTest::append(CaptureBody& body, qsizetype bytes)
{
    std::optional<Result<void>> answer;
    body.append(QByteArray(bytes, 'x'), [&](const Result<void>& stored) { answer = stored; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return fail(ErrorCode::Internal, u"no answer"_s);
    return *answer;
}

Result<CaptureId> SinkTest::commit(std::unique_ptr<CaptureBody> body)
{
    std::optional<Result<CaptureId>> answer;
    const auto done = [&](const Result<CaptureId>& stored) { answer = stored; };
    if (body)
        m_sink->commit(Capture(), {}, std::move(body), nullptr, done);
    else
        m_sink->commit(Capture(), {}, done);
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return fail(ErrorCode::Internal, u"no answer"_s);
    return *answer;
}

qint64 SinkTest::bodies() const
{
    const auto connection = SqlConnection::open(m_store->path(), SqlConnection::Access::ReadWrite);
    auto rows = (*connection)->askOnce(u"SELECT count(*) FROM bodies"_s);
    return rows && rows->next() ? rows->integer() : -1;
}

void SinkTest::aCommittedBodyStays()
{
    auto body = m_sink->beginBody();
    QVERIFY(append(*body, 300'000));
    QVERIFY(commit(std::move(body)));
    QVERIFY(commit());
    QCOMPARE(bodies(), 1);
}

void SinkTest::aBodyWithoutACaptureIsDropped()
{
    auto body = m_sink->beginBody();
    QVERIFY(append(*body, 300'000));
    body.reset();
    QVERIFY(commit());
    QCOMPARE(bodies(), 0);
}

void SinkTest::whatAFullDiskLeftOfABodyIsDroppedOnceThereIsRoom()
{
    auto body = m_sink->beginBody();
    QVERIFY(append(*body, 300'000));
    {
        const FileSizeLimit limit(4'000);
        QVERIFY(!append(*body, 300'000));
        body.reset();
        QVERIFY(!commit());
        QCOMPARE(bodies(), 1);
    }
    QVERIFY(commit());
    QTRY_COMPARE(bodies(), 0);
}

void SinkTest::aBodyThatWasNeverBegunDropsNoOther()
{
    std::unique_ptr<CaptureBody> never;
    {
        const FileSizeLimit limit(4'000);
        never = m_sink->beginBody();
        QVERIFY(!append(*never, 10));
    }
    auto body = m_sink->beginBody();
    QVERIFY(append(*body, 300'000));
    never.reset();
    const auto id = commit(std::move(body));
    QVERIFY(id);
    QCOMPARE(bodies(), 1);
    const auto stored = m_store->read([&](Reader& r) { return r.capture(*id); }).result();
    QCOMPARE(stored->body.size(), 300'000);
}

QTEST_GUILESS_MAIN(SinkTest)
#include "sink_test.moc"
