// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/key_file_box.h"
#include "platform/keyring.h"
#include "platform/paths.h"
#include "platform/sealing_key.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QPromise>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// Answers a little later, as one on a bus does.
class KeyringDouble final : public Keyring
{
public:
    std::optional<QByteArray> secret;
    bool locked = false;
    bool full = false;    ///< takes nothing
    bool forgets = false; ///< says that it took it
    int asked = 0;

    QFuture<Secret> read(const QString&) override
    {
        ++asked;
        return later<Secret>(locked ? Secret(refusal()) : Secret(secret));
    }
    QFuture<Result<void>> write(const QString&, const QByteArray& bytes) override
    {
        if (full)
            return later<Result<void>>(refusal());
        if (!forgets)
            secret = bytes;
        return later<Result<void>>({});
    }
    QFuture<Result<void>> remove(const QString&) override
    {
        if (full)
            return later<Result<void>>(refusal());
        secret.reset();
        return later<Result<void>>({});
    }

private:
    static tl::unexpected<Error> refusal() { return fail(ErrorCode::CannotOpen, u"It stays locked."_s); }

    template <class T>
    QFuture<T> later(T answer)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QTimer::singleShot(1, &m_context, [promise, answer] {
            promise->addResult(answer);
            promise->finish();
        });
        return promise->future();
    }

    QObject m_context;
};

} // namespace

/// Where the key is looked for that secrets are sealed with, and what is done where it is not found.
class SealingKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_environment = {};
        m_environment.insert(u"HOME"_s, m_folder->path());
        m_keyring = std::make_unique<KeyringDouble>();
    }
    void theNamedFileComesFirst();
    void aKeyFileThatIsThereIsUsedAsBefore();
    void theFirstKeyGoesIntoTheKeyring();
    void withoutAKeyringAFileIsMade();
    void aKeyringThatTakesNothingLeavesAFile();
    void aKeyInAClosedKeyringIsNotReplaced();
    void aKeyThatIsGoneIsReplacedWhenOneSaysSo();
    void whatIsNoKeyIsNotUsed();
    void aKeyFileMovesIntoTheKeyringAndBack();
    void aKeyThatCannotBeMovedStaysInItsFile_data();
    void aKeyThatCannotBeMovedStaysInItsFile();
    void anotherKeyInTheKeyringIsNotOverwritten();
    void aKeyThatCannotBeWrittenStaysInTheKeyring();
    void withoutASessionBusTheSystemsKeyringFailsAtOnce();

private:
    template <class Future>
    static auto awaited(const Future& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("no answer");
        return future.result();
    }
    Result<OpenedBox> intoKeyring() { return awaited(moveKeyToKeyring(paths(), *m_keyring, m_context)); }
    Result<OpenedBox> intoFile() { return awaited(moveKeyToFile(paths(), *m_keyring, m_context)); }
    QByteArray sealedByAFile() { return KeyFileBox::open(paths().keyFile()).value()->seal("token"); }
    Paths paths() const { return Paths(m_environment); }
    Result<OpenedBox> opened()
    {
        const QFuture<Result<OpenedBox>> future = openSecretBox(paths(), *m_keyring, m_context);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            return fail(ErrorCode::NotFound, u"no answer"_s);
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<KeyringDouble> m_keyring;
    QObject m_context;
};

void SealingKeyTest::theNamedFileComesFirst()
{
    m_environment.insert(u"HOOKWORKS_KEY_FILE"_s, m_folder->filePath(u"named"_s));
    m_keyring->secret = KeyFileBox::newKey().toBase64();
    QVERIFY(opened()->place.contains(m_folder->filePath(u"named"_s)));
    QVERIFY(QFile::exists(m_folder->filePath(u"named"_s)));
    QCOMPARE(m_keyring->asked, 0);
}

void SealingKeyTest::aKeyFileThatIsThereIsUsedAsBefore()
{
    const QByteArray sealed = KeyFileBox::open(paths().keyFile()).value()->seal("token");
    m_keyring->secret = KeyFileBox::newKey().toBase64();
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
    QCOMPARE(m_keyring->asked, 0);
    QFile::setPermissions(paths().keyFile(), QFile::ReadOwner | QFile::ReadOther);
    QCOMPARE(opened().error().code, ErrorCode::CannotOpen);
}

void SealingKeyTest::theFirstKeyGoesIntoTheKeyring()
{
    const auto first = opened();
    QVERIFY(first);
    QCOMPARE(first->place, u"the system's keyring"_s);
    QVERIFY(!QFile::exists(paths().keyFile()));
    QVERIFY(QFile::exists(paths().keyringMark()));
    QFile mark(paths().keyringMark());
    QVERIFY(mark.open(QIODevice::ReadOnly));
    QVERIFY(!mark.readAll().contains(*m_keyring->secret));
    QCOMPARE(opened()->box->open(first->box->seal("token")).value(), QByteArray("token"));
}

void SealingKeyTest::withoutAKeyringAFileIsMade()
{
    m_keyring->locked = true;
    const auto first = opened();
    QVERIFY(first);
    QVERIFY(first->place.contains(paths().keyFile()));
    QVERIFY(!QFile::exists(paths().keyringMark()));
    m_keyring->locked = false; // a desktop, later
    QCOMPARE(opened()->box->open(first->box->seal("token")).value(), QByteArray("token"));
}

void SealingKeyTest::aKeyringThatTakesNothingLeavesAFile()
{
    m_keyring->full = true;
    QVERIFY(opened()->place.contains(paths().keyFile()));
    QVERIFY(!QFile::exists(paths().keyringMark()));
}

void SealingKeyTest::aKeyInAClosedKeyringIsNotReplaced()
{
    const QByteArray sealed = opened()->box->seal("token");
    m_keyring->locked = true;
    const auto closed = opened();
    QCOMPARE(closed.error().code, ErrorCode::CannotOpen);
    QVERIFY(closed.error().message.contains(u"HOOKWORKS_KEY_FILE"_s));
    QVERIFY(closed.error().detail.contains(u"It stays locked."_s));
    QVERIFY(!QFile::exists(paths().keyFile()));
    m_keyring->locked = false;
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
}

void SealingKeyTest::aKeyThatIsGoneIsReplacedWhenOneSaysSo()
{
    QVERIFY(opened());
    const QByteArray before = *std::exchange(m_keyring->secret, std::nullopt);
    QCOMPARE(opened().error().code, ErrorCode::CannotOpen);
    QVERIFY(!m_keyring->secret);
    QVERIFY(giveUpKeyringKey(paths()));
    QVERIFY(opened());
    QVERIFY(m_keyring->secret && *m_keyring->secret != before);
}

void SealingKeyTest::whatIsNoKeyIsNotUsed()
{
    QVERIFY(opened());
    m_keyring->secret = "short";
    QCOMPARE(opened().error().code, ErrorCode::CannotOpen);
    QCOMPARE(*m_keyring->secret, QByteArray("short"));
}

void SealingKeyTest::aKeyFileMovesIntoTheKeyringAndBack()
{
    const QByteArray sealed = sealedByAFile();
    QCOMPARE(keyPlace(paths()), KeyPlace::File);
    const auto moved = intoKeyring();
    QVERIFY(moved);
    QCOMPARE(moved->place, u"the system's keyring"_s);
    QCOMPARE(moved->box->open(sealed).value(), QByteArray("token"));
    QVERIFY(!QFile::exists(paths().keyFile()));
    QCOMPARE(keyPlace(paths()), KeyPlace::Keyring);
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
    m_keyring->locked = true;
    QCOMPARE(opened().error().code, ErrorCode::CannotOpen); // no other key is made
    m_keyring->locked = false;

    const auto back = intoFile();
    QVERIFY(back && back->place.contains(paths().keyFile()));
    QCOMPARE(back->box->open(sealed).value(), QByteArray("token"));
    QVERIFY(!m_keyring->secret && !QFile::exists(paths().keyringMark()));
    QCOMPARE(QFile::permissions(paths().keyFile()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
    m_environment.insert(u"HOOKWORKS_KEY_FILE"_s, m_folder->filePath(u"named"_s));
    QCOMPARE(keyPlace(paths()), KeyPlace::NamedFile);
}

void SealingKeyTest::aKeyThatCannotBeMovedStaysInItsFile_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("the keyring stays locked") << QByteArray("locked");
    QTest::newRow("it takes nothing") << QByteArray("full");
    QTest::newRow("it does not keep it") << QByteArray("forgets");
}

void SealingKeyTest::aKeyThatCannotBeMovedStaysInItsFile()
{
    QFETCH(QByteArray, fault);
    const QByteArray sealed = sealedByAFile();
    m_keyring->locked = fault == "locked";
    m_keyring->full = fault == "full";
    m_keyring->forgets = fault == "forgets";
    const auto moved = intoKeyring();
    QVERIFY(!moved && moved.error().message.contains(u"where it was"_s));
    QVERIFY(!QFile::exists(paths().keyringMark()));
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
}

void SealingKeyTest::anotherKeyInTheKeyringIsNotOverwritten()
{
    const QByteArray sealed = sealedByAFile();
    const QByteArray other = KeyFileBox::newKey().toBase64();
    m_keyring->secret = other;
    QCOMPARE(intoKeyring().error().code, ErrorCode::Conflict);
    QCOMPARE(*m_keyring->secret, other);
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
}

void SealingKeyTest::aKeyThatCannotBeWrittenStaysInTheKeyring()
{
    const QByteArray sealed = opened()->box->seal("token");
    const QByteArray key = *m_keyring->secret;
    QVERIFY(QDir().mkpath(paths().keyFile())); // a folder stands in its place
    QVERIFY(!intoFile());
    QCOMPARE(*m_keyring->secret, key);
    QVERIFY(QFile::exists(paths().keyringMark()));
    QVERIFY(QDir().rmdir(paths().keyFile()));
    QCOMPARE(opened()->box->open(sealed).value(), QByteArray("token"));
}

void SealingKeyTest::withoutASessionBusTheSystemsKeyringFailsAtOnce()
{
    SystemKeyring keyring(m_environment);
    const auto read = keyring.read(u"x"_s);
    QVERIFY(read.isFinished());
    QCOMPARE(read.result().error().code, ErrorCode::CannotOpen);
    const auto written = keyring.write(u"x"_s, "y");
    QVERIFY(written.isFinished());
    QVERIFY(!written.result());
}

QTEST_GUILESS_MAIN(SealingKeyTest)
#include "sealing_key_test.moc"
