// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/schema_check.h"
#include "store/sqlite/search_index.h"
#include "store_fixture.h"
#include "support/file_size_limit.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>

#include <future>
#include <sys/mount.h>
#include <unistd.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// A number as text, too.
QString firstText(const QString& path, const QString& sql)
{
    const auto connection = SqlConnection::open(path, SqlConnection::Access::ReadWrite);
    const auto query = [&] {
        return first((*connection)->askOnce(sql), [](Rows& row) { return row.integer(); });
    };
    if (const auto number = query(); number && *number)
        return QString::number(**number);
    auto rows = (*connection)->askOnce(sql);
    return rows && rows->next() ? rows->text() : u"no row"_s;
}

void execute(const QString& path, const QStringList& statements)
{
    const auto connection = SqlConnection::open(path, SqlConnection::Access::ReadWrite);
    QVERIFY(connection);
    for (const QString& statement : statements)
        QVERIFY((*connection)->execute(statement));
}

/// A tmpfs of two megabytes, where this process may make one.
class SmallDisk
{
public:
    SmallDisk() { m_mounted = ::mount("none", path().constData(), "tmpfs", 0, "size=2m") == 0; }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool isMounted() const { return m_mounted; }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    bool makeReadOnly() const
    {
        return ::mount("none", path().constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray path() const { return QFile::encodeName(m_folder.path()); }
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

Result<CaptureId> addMegabyte(StoreFixture& f)
{
    return f.write([](Writer& w) {
        Capture capture;
        capture.body = QByteArray(1'000'000, 'x');
        return w.addCapture(capture);
    });
}

Result<std::unique_ptr<Store>> openAt(const QString& path, Store::Mode mode = Store::Mode::Write)
{
    static const PlainSecretBox secrets;
    return Store::open(path, mode, secrets);
}

} // namespace

/// What was acknowledged is there, and what is not ours or not sound is left as it is.
class SafetyTest : public QObject
{
    Q_OBJECT

private:
    static QSet<QString> killWhileWriting(const QString& path, int milliseconds)
    {
        QProcess writer;
        writer.start(QCoreApplication::applicationDirPath() + u"/store_busy_writer"_s, {path});
        QByteArray printed;
        while (printed.count('\n') < 5 && writer.waitForReadyRead(20'000))
            printed += writer.readAllStandardOutput();
        writer.waitForFinished(milliseconds);
        writer.kill();
        writer.waitForFinished();
        printed += writer.readAllStandardOutput();
        const auto lines =
            QString::fromUtf8(printed.first(printed.lastIndexOf('\n') + 1)).split(u'\n', Qt::SkipEmptyParts);
        return {lines.begin(), lines.end()};
    }

    static void expectUntouched(const QString& path, ErrorCode code)
    {
        const QByteArray before = contentOf(path);
        for (const auto mode : {Store::Mode::Write, Store::Mode::Read}) {
            const auto store = openAt(path, mode);
            QVERIFY(!store);
            QVERIFY2(store.error().code == code, qPrintable(store.error().message + store.error().detail));
            QVERIFY(store.error().message.endsWith(u'.'));
        }
        QVERIFY(contentOf(path) == before);
    }

    static QList<QByteArray> words()
    {
        return {"xylophone", "marimba", "tambourin", "vibraphone", "glockenspiel", "castanets"};
    }

    static void expectNoneOf(const QString& folder, const QList<QByteArray>& words)
    {
        for (const QString& name : QDir(folder).entryList(QDir::Files)) {
            const QByteArray content = contentOf(QDir(folder).filePath(name));
            for (const QByteArray& word : words)
                QVERIFY2(!content.contains(word), qPrintable(name + u": "_s + QString::fromLatin1(word)));
        }
    }

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesSigkill()
    {
        StoreFixture f;
        f.store.reset();
        QSet<QString> acknowledged;
        for (int kill = 0; kill < 6; ++kill) {
            acknowledged +=
                killWhileWriting(f.path(), static_cast<int>(QRandomGenerator::global()->bounded(1, 120)));
            QCOMPARE(firstText(f.path(), u"PRAGMA integrity_check"_s), u"ok"_s);
        }
        f.reopen();
        QVERIFY(acknowledged.size() > 30);
        for (const QString& id : acknowledged) {
            if (const auto capture = CaptureId::parse(id)) {
                const auto stored = f.read([&](Reader& r) { return r.capture(*capture); });
                QVERIFY2(stored && !stored->body.isEmpty(), qPrintable(id));
            } else {
                QVERIFY2(f.read([&](Reader& r) { return r.delivery(*DeliveryId::parse(id)); }),
                         qPrintable(id));
            }
        }
        const auto captures = f.read([](Reader& r) { return r.captures({.limit = 0}); });
        QCOMPARE(f.read([](Reader& r) { return r.size(); })->captures, captures->size());
    }

    void aFullDiskIsSaidAndGotOver()
    {
        SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("This process may not mount a small disk");
        const PlainSecretBox secrets;
        const auto store = Store::open(disk.file(u"w.hookworks"_s), Store::Mode::Write, secrets);
        QVERIFY(store);
        QList<Error> troubles;
        connect(store->get(), &Store::troubled, this, [&](const Error& error) { troubles << error; });
        const auto add = [&](qsizetype bytes) {
            return (*store)->write([=](Writer& w) {
                Capture capture;
                capture.body = QByteArray(bytes, 'x');
                return w.addCapture(capture);
            });
        };
        QVERIFY(add(1'000).result());
        setContent(disk.file(u"ballast"_s), QByteArray(1'000'000, 'b'));
        const auto tooLarge = add(3'000'000).result();
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().code, ErrorCode::DiskFull);
        QTRY_COMPARE(troubles.size(), 1);
        QVERIFY(QFile::remove(disk.file(u"ballast"_s)));
        QVERIFY(add(200'000).result());
        QTRY_COMPARE(troubles.size(), 2);
        QVERIFY(troubles[1].message.isEmpty());
        const auto captures = (*store)->read([](Reader& r) { return r.captures(); }).result();
        QCOMPARE(captures->size(), 2);
        QCOMPARE((*store)->read([](Reader& r) { return r.size(); }).result()->captures, 2);
    }

    void aDiskErrorFailsTheGroupAndIsGotOver()
    {
        StoreFixture f;
        QVERIFY(addMegabyte(f));
        {
            const FileSizeLimit limit(2'000'000);
            const auto failed = addMegabyte(f);
            const auto again = failed ? addMegabyte(f) : failed;
            QVERIFY(!again);
            QVERIFY(again.error().code == ErrorCode::CannotWrite ||
                    again.error().code == ErrorCode::DiskFull);
        }
        const auto id = addMegabyte(f);
        QVERIFY(id);
        f.reopen();
        QCOMPARE(f.read([&](Reader& r) { return r.capture(*id); })->body.size(), 1'000'000);
        f.store.reset();
        QCOMPARE(firstText(f.path(), u"PRAGMA integrity_check"_s), u"ok"_s);
    }

    /// SQLite has rolled the group back by itself, and what follows would be committed at once.
    void nothingOfAGroupIsStoredThatWasRolledBack_data()
    {
        QTest::addColumn<bool>("undoable");
        QTest::newRow("hot form") << false;
        QTest::newRow("with a future") << true;
    }

    void nothingOfAGroupIsStoredThatWasRolledBack()
    {
        QFETCH(const bool, undoable);
        StoreFixture f;
        std::promise<void> begun, go;
        const auto setting = [](const QString& key) {
            return [key](Writer& w) { return w.setSetting(key, u"here"_s); };
        };
        // A job that does not mind that it failed.
        const auto careless = [](Writer& w) -> Result<void> {
            Capture capture;
            capture.body = QByteArray(20'000'000, 'x');
            (void)w.addCapture(capture);
            return {};
        };
        const FileSizeLimit limit(2'000'000);
        const auto first = f.store->write([&](Writer&) -> Result<void> {
            begun.set_value();
            go.get_future().wait();
            return {};
        });
        begun.get_future().wait(); // what comes now is one group
        const auto before = f.store->write(setting(u"before"_s));
        std::promise<Result<void>> told;
        if (undoable)
            (void)f.store->write(careless).then([&](const Result<void>& result) { told.set_value(result); });
        else
            f.store->write(careless, [&](const Result<void>& result) { told.set_value(result); });
        const auto after = f.store->write(setting(u"after"_s));
        go.set_value();
        QVERIFY(first.result());
        QVERIFY(!told.get_future().get());
        const auto settings = f.read([](Reader& r) { return r.settings(); }).value();
        QCOMPARE(settings.contains(u"before"_s), before.result().has_value());
        QCOMPARE(settings.contains(u"after"_s), after.result().has_value());
    }

    void aWorkspaceOfANewerVersionIsLeftAlone()
    {
        StoreFixture f;
        f.store.reset();
        execute(f.path(), {u"PRAGMA user_version = 999"_s});
        expectUntouched(f.path(), ErrorCode::NewerVersion);
    }

    void anotherProgramsFileIsLeftAlone()
    {
        StoreFixture f;
        f.store.reset();
        execute(f.path(), {u"PRAGMA application_id = 42"_s});
        expectUntouched(f.path(), ErrorCode::Damaged);
    }

    void aFileThatIsNoDatabaseIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"notes.txt"_s);
        setContent(path, QByteArray("my notes\n").repeated(1'000));
        expectUntouched(path, ErrorCode::Damaged);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aTruncatedOrOverwrittenWorkspaceIsLeftAlone()
    {
        StoreFixture f;
        QVERIFY(addMegabyte(f));
        f.store.reset();
        const QByteArray sound = contentOf(f.path());
        setContent(f.path(), sound.first(sound.size() / 2));
        expectUntouched(f.path(), ErrorCode::Damaged);
        QByteArray garbled = sound;
        for (qsizetype i = 4096; i < 12 * 4096; ++i)
            garbled[i] = 'g';
        setContent(f.path(), garbled);
        QVERIFY(!openAt(f.path()));
        QVERIFY(contentOf(f.path()) == garbled);
    }

    void theNewestStructureIsKnownByItsDigest()
    {
        for (const QStringList& step : schemaSteps())
            QVERIFY(step.filter(u' ' + searchIndexPrefix).isEmpty()); // the digest would leave it out
        StoreFixture f;
        QVERIFY(f.write([](Writer& w) { return w.addCapture({}).map([](CaptureId) {}); }));
        const auto file = SqlConnection::open(f.path(), SqlConnection::Access::ReadOnly);
        QVERIFY(file);
        QTRY_COMPARE(firstText(f.path(), u"SELECT count(*) FROM search_segments"_s),
                     u"1"_s); // it has an index
        const auto digest = structureDigest(**file);
        QVERIFY(digest);
        QCOMPARE(*digest,
                 newestStructureDigest()); // after a new step, the first is what the second has to say
    }

    void anOlderWorkspaceIsCopiedBesideAndBroughtUpToDate()
    {
        StoreFixture f;
        QVERIFY(f.write([](Writer& w) { return w.setSetting(u"a"_s, u"b"_s); }));
        f.store.reset();
        const int version = static_cast<int>(schemaSteps().size());
        SchemaSteps newer = schemaSteps();
        newer << QStringList{u"CREATE TABLE novelties (id INTEGER PRIMARY KEY)"_s,
                             u"INSERT INTO novelties VALUES (5)"_s};
        QVERIFY(openForWriting(f.path(), f.secrets, newer));
        QCOMPARE(firstText(f.path(), u"SELECT id FROM novelties"_s), u"5"_s);
        QCOMPARE(firstText(f.path(), u"SELECT value FROM settings"_s), u"b"_s);
        QCOMPARE(firstText(f.path(), u"PRAGMA user_version"_s), QString::number(version + 1));
        const QString copy = f.path() + u".v%1.bak"_s.arg(version);
        QCOMPARE(firstText(copy, u"SELECT value FROM settings"_s), u"b"_s);
        QCOMPARE(firstText(copy, u"PRAGMA user_version"_s), QString::number(version));
        QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(openAt(f.path()).error().code, ErrorCode::NewerVersion);
        QVERIFY(openAt(copy));
    }

    void aWorkspaceOfTheFirstVersionKeepsItsWebhooks()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"w.hookworks"_s);
        QVERIFY(openForWriting(path, PlainSecretBox(), schemaSteps().first(1)));
        {
            auto old = SqlConnection::open(path, SqlConnection::Access::ReadWrite);
            QVERIFY(old);
            QVERIFY((*old)->execute(
                u"INSERT INTO webhooks VALUES (3, 'svix', 'old', 'http://a.example/', '', x'', "
                "x'', 'none', NULL, 1, '', NULL, 0, 2, 0, 0, 7, 5)"_s));
        }
        QVERIFY(openForWriting(path, PlainSecretBox()));
        QCOMPARE(firstText(path, u"SELECT circuit_opens_after FROM webhooks WHERE id = 3"_s), u"7"_s);
        QCOMPARE(firstText(path, u"SELECT circuit_pause FROM webhooks WHERE id = 3"_s), u"60000000"_s);
        QCOMPARE(firstText(path, u"SELECT count(*) FROM failing_webhooks"_s), u"0"_s);
    }

    /// Not in the file, not in its log, not in the copy beside.
    void whatAnOlderProgramLeftInClearIsSealed()
    {
        const QTemporaryDir folder;
        const PlainSecretBox secrets;
        const QString path = folder.filePath(u"w.hookworks"_s);
        QVERIFY(openForWriting(path, secrets, schemaSteps().first(6)));
        execute(
            path,
            {u"PRAGMA secure_delete = OFF"_s,
             u"INSERT INTO webhooks VALUES (3, 'hybiscus', 'old', "
             u"'http://me:xylophone@a.example/?key=marimba', "
             "'', x'', x'000000035a5f4b0000000974616d626f7572696e', 'none', NULL, 1, '', NULL, 0, 2, 0, 0, "
             "7, "
             "5, 60000000, 3600000000)"_s,
             u"INSERT INTO listeners VALUES (1, 'L', '{\"name\":\"L\",\"rules\":[{\"require\":{\"bearer\":"
             "\"vibraphone\"},\"reply\":{\"status\":204}}]}', x'')"_s,
             u"INSERT INTO reports VALUES (1, 'hybiscus', 'R', 0, CAST('{\"token\":\"glockenspiel\"}' AS "
             u"BLOB), "
             "0, 0)"_s,
             u"INSERT INTO reports VALUES (2, 'hybiscus', 'S', 0, CAST('castanets' AS BLOB), 0, 0)"_s,
             u"DELETE FROM reports WHERE id = 2"_s});
        {
            const auto store = Store::open(path, Store::Mode::Write, secrets);
            QVERIFY(store);
            const auto hook = (*store)->read([](Reader& r) { return r.webhook(WebhookId{3}); }).result();
            QCOMPARE(hook->url, u"http://me:xylophone@a.example/?key=marimba"_s);
            QCOMPARE(hook->headers.value("Z_K"), QByteArray("tambourin"));
            const auto listener =
                (*store)->read([](Reader& r) { return r.listener(ListenerId{1}); }).result();
            QCOMPARE(listener->rules[0].require->bearer, u"vibraphone"_s);
            const auto report = (*store)->read([](Reader& r) { return r.report(ReportId{1}); }).result();
            QCOMPARE(report->document, QByteArray("{\"token\":\"glockenspiel\"}"));
            expectNoneOf(folder.path(), words());
        }
        expectNoneOf(folder.path(), words());
        QVERIFY(QFile::exists(path + u".v6.bak"_s));
        QVERIFY(openAt(path + u".v6.bak"_s));
    }

    void aMigrationThatFailsChangesNothing()
    {
        StoreFixture f;
        f.store.reset();
        SchemaSteps broken = schemaSteps();
        broken << QStringList{u"CREATE TABLE novelties (id INTEGER PRIMARY KEY)"_s, u"NONSENSE"_s};
        QVERIFY(!openForWriting(f.path(), f.secrets, broken));
        QCOMPARE(firstText(f.path(), u"SELECT count(*) FROM sqlite_master WHERE name = 'novelties'"_s),
                 u"0"_s);
        QVERIFY(openAt(f.path()));
    }

    void aReaderWaitsForSomebodyToBringItUpToDate()
    {
        StoreFixture f;
        f.store.reset();
        SchemaSteps newer = schemaSteps();
        newer << QStringList{u"CREATE TABLE novelties (id INTEGER PRIMARY KEY)"_s};
        QCOMPARE(openForReading(f.path(), newer).error().code, ErrorCode::CannotOpen);
    }

    void aReadOnlyDiskIsSaidAndCanBeRead()
    {
        SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("This process may not mount a small disk");
        const QString path = disk.file(u"w.hookworks"_s);
        QVERIFY(openAt(path));
        QVERIFY(disk.makeReadOnly());
        const auto store = openAt(path);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::CannotWrite);
        QVERIFY(openAt(path, Store::Mode::Read));
        QCOMPARE(openAt(disk.file(u"new.hookworks"_s)).error().code, ErrorCode::CannotWrite);
    }

    void aReadOnlyFolderOfAnotherUserIsSaid()
    {
        if (::geteuid() == 0)
            QSKIP("Permissions do not bind this user");
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
        QCOMPARE(openAt(folder.filePath(u"w.hookworks"_s)).error().code, ErrorCode::CannotWrite);
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void twoReadersSeeWhatOneWriterCommits()
    {
        StoreFixture f;
        const auto one = openAt(f.path(), Store::Mode::Read);
        const auto two = openAt(f.path(), Store::Mode::Read);
        QVERIFY(one && two);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(f.write([&](Writer& w) { return w.setSetting(u"n"_s, QString::number(i)); }));
            for (const auto* reader : {&*one, &*two})
                QCOMPARE((*reader)->read([](Reader& r) { return r.setting(u"n"_s); }).result().value(),
                         QString::number(i));
        }
    }

    void whatIsNotThereCannotBeRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"none.hookworks"_s);
        QCOMPARE(openAt(path, Store::Mode::Read).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(path));
    }

    void aWorkspaceOfAnOddNameIsOpened()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/er/50% of 'ä' ? # &.hookworks"_s);
        QVERIFY(openAt(path));
        QVERIFY(QFile::exists(path));
        QVERIFY(openAt(path, Store::Mode::Read));
    }
};

QTEST_GUILESS_MAIN(SafetyTest)
#include "safety_test.moc"
