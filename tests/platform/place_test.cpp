// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock.h"
#include "platform/key_file_box.h"
#include "platform/paths.h"
#include "platform/random.h"
#include "platform/settings.h"
#include "platform/workspace_lock.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The key file, the folders, the settings and the lock: what is found on the user's machine.
class PlaceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString in(const QString& name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void aSecretComesBackWithTheSameKeyFileOnly()
    {
        const auto box = KeyFileBox::open(in(u"config/key"_s));
        QVERIFY(box);
        const QByteArray sealed = (*box)->seal("token");
        QVERIFY(!sealed.contains("token"));
        QVERIFY(sealed != (*box)->seal("token"));
        QCOMPARE((*box)->open(sealed).value(), QByteArray("token"));
        QCOMPARE(KeyFileBox::open(in(u"config/key"_s)).value()->open(sealed).value(), QByteArray("token"));
        const auto other = KeyFileBox::open(in(u"other"_s)).value();
        QCOMPARE(other->open(sealed).error().code, ErrorCode::CannotOpen);
        QVERIFY((*box)->seal("").isEmpty());
        QVERIFY((*box)->open(QByteArray()).value().isEmpty());
    }

    void aChangedByteOfASecretIsNoticed()
    {
        const auto box = KeyFileBox::open(in(u"key"_s)).value();
        const QByteArray sealed = box->seal("token");
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!box->open(changed));
            QVERIFY(!box->open(sealed.first(i)) || i == 0);
        }
    }

    void theKeyFileIsPrivateAndRefusedWhereItIsNot()
    {
        const QString path = in(u"private/key"_s);
        QVERIFY(KeyFileBox::open(path));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther));
        const auto refused = KeyFileBox::open(path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotOpen);
        QVERIFY(refused.error().message.contains(u"chmod 600"_s));
    }

    void aFileThatIsNoKeyIsLeftAsItIs()
    {
        QFile file(in(u"text"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a key");
        file.close();
        QFile::setPermissions(file.fileName(), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(KeyFileBox::open(file.fileName()).error().code, ErrorCode::CannotOpen);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("not a key"));
    }

    void foldersFollowXdg()
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, u"/home/u"_s);
        const Paths plain(environment);
        QCOMPARE(plain.workspaceFile(), u"/home/u/.local/share/hookworks/workspace.hookworks"_s);
        QCOMPARE(plain.keyFile(), u"/home/u/.config/hookworks/key"_s);
        environment.insert(u"XDG_DATA_HOME"_s, u"/d"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, u"relative"_s);
        environment.insert(u"HOOKWORKS_KEY_FILE"_s, u"/k"_s);
        const Paths set(environment);
        QCOMPARE(set.workspaceFile(), u"/d/hookworks/workspace.hookworks"_s);
        QCOMPARE(set.settingsFile(), u"/home/u/.config/hookworks/settings.ini"_s);
        QCOMPARE(set.keyFile(), u"/k"_s);
    }

    void aWorkspaceHasOneSocketHoweverItsPathIsWritten()
    {
        QProcessEnvironment environment;
        environment.insert(u"XDG_RUNTIME_DIR"_s, u"/run/user/1"_s);
        const Paths paths(environment);
        const QString file = in(u"a.hookworks"_s);
        const QString link = in(u"link"_s);
        QVERIFY(QFile::link(m_folder.path(), link));
        const QString socket = paths.socketOf(file);
        QVERIFY(socket.startsWith(u"/run/user/1/hookworks-"_s));
        QCOMPARE(paths.socketOf(link + u"/a.hookworks"_s), socket);
        QCOMPARE(paths.socketOf(m_folder.path() + u"/./a.hookworks"_s), socket);
        QVERIFY(paths.socketOf(in(u"b.hookworks"_s)) != socket);
        environment.insert(u"XDG_RUNTIME_DIR"_s, u"/"_s + QString(200, u'x'));
        QVERIFY(Paths(environment).socketOf(file).size() < 100);
    }

    void settingsAreRemembered()
    {
        {
            FileSettings settings(in(u"settings.ini"_s));
            QCOMPARE(settings.value(u"theme"_s, u"system"_s).toString(), u"system"_s);
            settings.setValue(u"theme"_s, u"dark"_s);
            settings.setValue(u"window/geometry"_s, QByteArray("\x01\x00\xff", 3));
        }
        const FileSettings settings(in(u"settings.ini"_s));
        QCOMPARE(settings.value(u"theme"_s).toString(), u"dark"_s);
        QCOMPARE(settings.value(u"window/geometry"_s).toByteArray(), QByteArray("\x01\x00\xff", 3));
    }

    void aWorkspaceHasOneHolder()
    {
        const QString file = in(u"held.hookworks"_s);
        WorkspaceLock mine(file);
        WorkspaceLock other(file);
        QCOMPARE(mine.tryLock().value(), WorkspaceLock::State::Held);
        QCOMPARE(mine.tryLock().value(), WorkspaceLock::State::Held);
        QCOMPARE(other.tryLock().value(), WorkspaceLock::State::HeldByOther);
        QCOMPARE(other.holder(), qint64(::getpid()));
        mine.unlock();
        QCOMPARE(other.tryLock().value(), WorkspaceLock::State::Held);
        QVERIFY(!QFileInfo::exists(file));
    }

    void aKilledHolderLetsGo()
    {
        const QString file = in(u"killed.hookworks"_s);
        const pid_t child = ::fork();
        if (child == 0) {
            WorkspaceLock lock(file);
            (void)lock.tryLock();
            for (;;)
                ::pause();
        }
        WorkspaceLock lock(file);
        QTRY_COMPARE(lock.holder(), qint64(child));
        QCOMPARE(lock.tryLock().value(), WorkspaceLock::State::HeldByOther);
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QCOMPARE(lock.tryLock().value(), WorkspaceLock::State::Held);
    }

    void aFolderThatIsNotThereCannotBeHeld()
    {
        WorkspaceLock lock(in(u"no/such/folder/x.hookworks"_s));
        QCOMPARE(lock.tryLock().error().code, ErrorCode::CannotWrite);
    }

    void theSystemsClockAndChanceMove()
    {
        const SystemClock clock;
        const RealTime before = clock.now();
        QVERIFY(clock.now() >= before);
        SystemRandom random;
        QSet<quint64> seen;
        for (int i = 0; i < 100; ++i)
            seen.insert(random.next());
        QCOMPARE(seen.size(), 100);
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "place_test.moc"
