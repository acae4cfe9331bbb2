// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/workspace_lock.h"
#include "support/gui_session.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <csignal>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The program as a file manager starts it, with a case's file as its argument.
class CaseArgumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSecondOneIsOpenedByTheFirst();
    void aShortCommandIsWaitedFor();

private:
    /// `program` of ours, in a home of its own.
    QProcess* started(const QString& program, const QStringList& arguments);
    QString file(const QString& name) const { return m_home.filePath(name); }
    int captures();
    bool holds() const;

    QTemporaryDir m_home;
};

/// A case of one request, by its name and by its content alone.
void CaseArgumentTest::initTestCase()
{
    Theme theme{false};
    GuiSession session(theme);
    QVERIFY(session.works() && session.start());
    const auto added = waitFor(session.workbench().importer().take(
        ImportFormat::Raw, "POST /hook HTTP/1.1\r\nHost: a.example\r\nContent-Length: 2\r\n\r\n{}"));
    QVERIFY(added);
    const auto exported =
        waitFor(session.workbench().exporter().write({added->firstId()}, ExportFormat::Case));
    QVERIFY(exported);
    for (const QString& name : {u"a.hookworks-case"_s, u"b.json"_s}) {
        QFile written(file(name));
        QVERIFY(written.open(QIODevice::WriteOnly));
        QCOMPARE(written.write(exported->bytes), exported->bytes.size());
    }
}

QProcess* CaseArgumentTest::started(const QString& program, const QStringList& arguments)
{
    auto* process = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& kind : {u"CONFIG"_s, u"DATA"_s, u"CACHE"_s, u"STATE"_s})
        environment.insert(u"XDG_%1_HOME"_s.arg(kind), file(kind));
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_home.path());
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(HOOKWORKS_BINARY_DIR "/bin/") + program, arguments);
    return process;
}

/// That the workspace has, as the other program reads it.
int CaseArgumentTest::captures()
{
    auto* reader =
        started(u"hookworks-cli"_s, {u"--json"_s, u"captures"_s, u"--workspace"_s, u"w.hookworks"_s});
    reader->waitForFinished();
    return static_cast<int>(reader->readAllStandardOutput().count("\"id\""));
}

/// The window has the workspace, and its socket is there.
bool CaseArgumentTest::holds() const
{
    QDirIterator files(m_home.path(), QDir::System, QDirIterator::Subdirectories);
    return files.hasNext();
}

void CaseArgumentTest::aSecondOneIsOpenedByTheFirst()
{
    QProcess* const first = started(u"hookworks"_s, {u"w.hookworks"_s, u"a.hookworks-case"_s});
    QVERIFY(first->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(holds(), 30'000); // before that the other program would take the workspace
    QTRY_COMPARE_WITH_TIMEOUT(captures(), 1, 30'000);
    QProcess* const second = started(u"hookworks"_s, {u"w.hookworks"_s, u"b.json"_s});
    QVERIFY(second->waitForFinished(30'000));
    QCOMPARE(second->exitStatus(), QProcess::NormalExit);
    QCOMPARE(second->exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(captures(), 2, 30'000);
    ::kill(static_cast<pid_t>(first->processId()), SIGTERM);
    QVERIFY(first->waitForFinished(30'000));
    QCOMPARE(first->exitCode(), 0);
}

void CaseArgumentTest::aShortCommandIsWaitedFor()
{
    WorkspaceLock command(file(u"w.hookworks"_s));
    const auto taken = command.tryLock();
    QVERIFY(taken && *taken == WorkspaceLock::State::Held);
    QProcess* const window = started(u"hookworks"_s, {u"w.hookworks"_s});
    QVERIFY(window->waitForStarted());
    QTest::qWait(1'000); // the window has found it taken
    QVERIFY(!holds());
    command.unlock();
    QTRY_VERIFY_WITH_TIMEOUT(holds(), 30'000);
    ::kill(static_cast<pid_t>(window->processId()), SIGTERM);
    QVERIFY(window->waitForFinished(30'000));
    QCOMPARE(window->exitCode(), 0);
}

QTEST_MAIN(CaseArgumentTest)
#include "case_argument_test.moc"
