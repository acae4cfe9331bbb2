// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"
#include "store_fixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// In the same file, as cp writes over one.
void overwrite(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/// Another file of that name, as mv puts it there.
void replace(const QString& path, const QByteArray& content)
{
    overwrite(path + u".new"_s, content);
    QCOMPARE(::rename(QFile::encodeName(path + u".new"_s).constData(), QFile::encodeName(path).constData()),
             0);
}

Result<CaptureId> addCapture(StoreFixture& f, const QByteArray& body)
{
    return f.write([body](Writer& w) {
        Capture capture;
        capture.body = body;
        return w.addCapture(capture);
    });
}

QList<QByteArray> bodiesIn(const QString& path)
{
    const PlainSecretBox secrets;
    const auto store = Store::open(path, Store::Mode::Write, secrets);
    if (!store)
        return {store.error().message.toUtf8()};
    CaptureFilter filter;
    filter.bodies = true;
    filter.oldestFirst = true;
    QList<QByteArray> bodies;
    for (const Capture& capture :
         (*store)->read([&](Reader& r) { return r.captures(filter); }).result().value_or(QList<Capture>()))
        bodies << capture.body;
    return bodies;
}

} // namespace

/// What happens to the file while the workspace is open.
class FileTest : public QObject
{
    Q_OBJECT

private:
    /// With the capture "kept" in the file, and a copy of it.
    void begin()
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(addCapture(*m_fixture, "kept"));
        m_fixture->reopen();
        m_backup = contentOf(m_fixture->path());
        m_context = std::make_unique<QObject>();
        m_troubles.clear();
        connect(m_fixture->store.get(), &Store::troubled, m_context.get(),
                [this](const Error& error) { m_troubles << error; });
        QVERIFY(addCapture(*m_fixture, "later"));
    }

    void expectRefusal()
    {
        const auto refused = addCapture(*m_fixture, "too late");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotOpen);
        QVERIFY2(refused.error().message.contains(m_fixture->path()), qPrintable(refused.error().message));
        QVERIFY(!addCapture(*m_fixture, "too late"));
    }

    QStringList files() const { return QDir(m_fixture->folder.path()).entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
    void init() { begin(); }

    void aDeletedFileTakesNothing()
    {
        QVERIFY(QFile::remove(m_fixture->path()));
        expectRefusal();
        QVERIFY(!QFile::exists(m_fixture->path() + u"-wal"_s));
        QVERIFY(!QFile::exists(m_fixture->path() + u"-shm"_s));
        m_fixture->store.reset();
        QCOMPARE(files(), QStringList());
    }

    void itIsToldWithoutAnythingToStore()
    {
        QVERIFY(QFile::remove(m_fixture->path()));
        QTRY_COMPARE_WITH_TIMEOUT(m_troubles.size(), 1, 5'000);
        QCOMPARE(m_troubles[0].code, ErrorCode::CannotOpen);
        QVERIFY(m_troubles[0].message.contains(u"deleted or moved away"_s));
    }

    void aMovedFileIsWhole()
    {
        const QString elsewhere = m_fixture->folder.filePath(u"elsewhere.hookworks"_s);
        QVERIFY(QFile::rename(m_fixture->path(), elsewhere));
        expectRefusal();
        m_fixture->store.reset();
        QCOMPARE(files(), QStringList{u"elsewhere.hookworks"_s});
        QCOMPARE(bodiesIn(elsewhere), (QList<QByteArray>{"kept", "later"}));
    }

    void aRestoredCopyStaysAsItIs_data()
    {
        QTest::addColumn<bool>("inPlace");
        QTest::addColumn<bool>("noticed");
        for (const bool noticed : {true, false}) {
            QTest::addRow("moved there, %s", noticed ? "noticed" : "closed at once") << false << noticed;
            QTest::addRow("written over, %s", noticed ? "noticed" : "closed at once") << true << noticed;
        }
    }
    void aRestoredCopyStaysAsItIs()
    {
        QFETCH(const bool, inPlace);
        QFETCH(const bool, noticed);
        inPlace ? overwrite(m_fixture->path(), m_backup) : replace(m_fixture->path(), m_backup);
        if (noticed)
            expectRefusal();
        m_fixture->store.reset();
        QCOMPARE(files().filter(u"set-aside"_s).size(), inPlace ? 1 : 0);
        QCOMPARE(files().size(), inPlace ? 2 : 1);
        QVERIFY(contentOf(m_fixture->path()) == m_backup);
        QCOMPARE(bodiesIn(m_fixture->path()), QList<QByteArray>{"kept"});
    }

    /// It looks like one that was written over; nothing is lost, though.
    void theLogOfATouchedFileIsSetAside()
    {
        QFile file(m_fixture->path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
        const auto refused = addCapture(*m_fixture, "too late");
        QVERIFY(!refused);
        const QString aside = m_fixture->path() + u"-wal.set-aside"_s;
        QVERIFY2(refused.error().message.contains(aside), qPrintable(refused.error().message));
        m_fixture->store.reset();
        QVERIFY(QFile::rename(aside, m_fixture->path() + u"-wal"_s));
        QCOMPARE(bodiesIn(m_fixture->path()), (QList<QByteArray>{"kept", "later"}));
    }

    void aRestoredCopyCanBeOpenedBeforeTheOldOneIsClosed()
    {
        replace(m_fixture->path(), m_backup);
        expectRefusal();
        const auto other = Store::open(m_fixture->path(), Store::Mode::Write, m_fixture->secrets);
        QVERIFY(other);
        const auto add = [](Writer& w) { return w.addCapture(Capture()); };
        QVERIFY((*other)->write(add).result());
        m_fixture->store.reset();
        QVERIFY((*other)->write(add).result());
        QCOMPARE((*other)->read([](Reader& r) { return r.captureCount(); }).result().value(), 3);
        QVERIFY(QFile::exists(m_fixture->path() + u"-wal"_s));
    }

    /// A mixture of two files is not shown.
    void whatWasWrittenOverIsNotRead()
    {
        overwrite(m_fixture->path(), m_backup);
        expectRefusal();
        const auto read = m_fixture->read([](Reader& r) { return r.captureCount(); });
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::CannotOpen);
    }

    void aLogThatWasDeletedLosesNothing()
    {
        QVERIFY(QFile::remove(m_fixture->path() + u"-wal"_s));
        expectRefusal();
        m_fixture->store.reset();
        QCOMPARE(bodiesIn(m_fixture->path()), (QList<QByteArray>{"kept", "later"}));
    }

    void writingTheLogBackIsNoLoss()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(addCapture(*m_fixture, QByteArray(1'000'000, 'x')));
        QVERIFY(QFileInfo(m_fixture->path()).size() > 10'000'000);
        QVERIFY(QFileInfo(m_fixture->path() + u"-wal"_s).size() < 40'000'000);
        QVERIFY(addCapture(*m_fixture, "last"));
        QVERIFY(m_troubles.isEmpty());
    }

private:
    std::unique_ptr<StoreFixture> m_fixture;
    QByteArray m_backup;
    std::unique_ptr<QObject> m_context; ///< so that no trouble of one test is told in the next
    QList<Error> m_troubles;
};

QTEST_GUILESS_MAIN(FileTest)
#include "file_test.moc"
