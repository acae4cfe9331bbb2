// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// listener_bench [ROUNDS [SECONDS]]: requests a second that are stored before they are answered, by wrk with
// 32 connections and 150 bytes of JSON: listener_floor, `listen --quiet`, `listen`, and a window that
// follows, one after the other in each round; the medians' ratios to the floor, and how long the window's
// loop was blocked. listener_bench --million: after 1,000,000 captures the listener's memory; how soon the
// window comes on that file, and its memory after a million more while it follows. Needs an X server
// (packaging/display.sh) and wrk.
#include "bench/captures_window.h"
#include "bench/percentile.h"
#include "bench/window_watch.h"
#include "platform/paths.h"
#include "platform/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>
#include <cstring>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

constexpr int requestsWanted = 1'000'000;
constexpr int connections = 32;
constexpr int bodyBytes = 150;

struct Load
{
    double perSecond = 0;
    double requests = 0;
};

/// Of wrk, against a port of this machine.
class Sender
{
public:
    explicit Sender(const QTemporaryDir& folder)
        : m_script(folder.filePath(u"post.lua"_s))
    {
        QFile script(m_script);
        if (script.open(QIODevice::WriteOnly))
            script.write(
                "wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/json\"\nwrk.body = '" +
                body() + "'\n");
    }

    Load send(int port, int forSeconds) const
    {
        QProcess wrk;
        wrk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        wrk.start(u"wrk"_s, {u"-t1"_s, u"-c%1"_s.arg(connections), u"-d%1s"_s.arg(forSeconds), u"-s"_s,
                             m_script, u"http://127.0.0.1:%1/hook"_s.arg(port)});
        if (!wrk.waitForFinished((forSeconds + 30) * 1000))
            qFatal("wrk: %s", qPrintable(wrk.errorString()));
        const QString said = QString::fromUtf8(wrk.readAllStandardOutput());
        if (said.contains("Non-2xx"_L1) || said.contains("Socket errors"_L1))
            std::printf("%s", qPrintable(said));
        return {number(said, u"Requests/sec:\\s+([0-9.]+)"_s), number(said, u"([0-9]+) requests in"_s)};
    }

private:
    static QByteArray body()
    {
        QByteArray text = R"({"event":"report.failed","task_id":"0b5d1f6e","pad":")";
        return text + QByteArray(bodyBytes - 2 - text.size(), 'x') + "\"}";
    }

    static double number(const QString& text, const QString& expression)
    {
        return QRegularExpression(expression).match(text).captured(1).toDouble();
    }

    QString m_script;
};

QString beside(const QString& name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

/// A program whose first line ends with its port. Ended with the object.
class Server
{
public:
    Server(const QString& program, const QStringList& arguments, const QTemporaryDir& folder)
        : m_said(folder.filePath(u"said-%1"_s.arg(++count)))
    {
        m_process.setStandardOutputFile(m_said.fileName());
        m_process.setStandardErrorFile(folder.filePath(u"errors"_s), QIODevice::Append);
        m_process.start(program, arguments);
        if (!m_process.waitForStarted() || !m_said.open(QIODevice::ReadOnly))
            qFatal("%s cannot be started.", qPrintable(program));
        QElapsedTimer waited;
        waited.start();
        QByteArray line;
        while (!line.endsWith('\n') && waited.elapsed() < 20'000) {
            m_process.waitForFinished(10);
            line += m_said.readLine();
        }
        const QString first = QString::fromUtf8(line);
        m_port = QRegularExpression(u"([0-9]+)[^0-9]*$"_s).match(first).captured(1).toInt();
    }
    ~Server()
    {
        m_process.terminate();
        m_process.waitForFinished(60'000);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const { return m_port; }
    double residentMegabytes() const { return memoryOf(m_process.processId()).residentMegabytes; }

    /// Closes its standard input, and shows what it says until it ends.
    void finish()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(120'000);
        std::printf("%s", m_said.readAll().constData());
    }

private:
    static inline int count = 0;
    QProcess m_process;
    QFile m_said;
    int m_port = 0;
};

QString cli()
{
    return beside(u"../bin/hookworks-cli"_s);
}

QStringList listening(const QString& file, const QStringList& options = {})
{
    return QStringList{u"--workspace"_s, file} + options + QStringList{u"listen"_s, u"--port"_s, u"0"_s};
}

QStringList windowOn(const QString& file)
{
    return {u"--window"_s, file};
}

struct Round
{
    double floor = 0, quiet = 0, telling = 0, window = 0;
};

/// Each server on a fresh file.
Round measureRound(const Sender& sender, int forSeconds)
{
    const QTemporaryDir folder;
    const auto file = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    const auto rate = [&](const Server& server) { return sender.send(server.port(), forSeconds).perSecond; };
    Round round;
    round.floor = rate(Server(beside(u"listener_floor"_s), {u"0"_s, file("floor.db")}, folder));
    round.quiet = rate(Server(cli(), listening(file("quiet.hookworks"), {u"--quiet"_s}), folder));
    round.telling = rate(Server(cli(), listening(file("telling.hookworks")), folder));
    Server window(QCoreApplication::applicationFilePath(), windowOn(file("window.hookworks")), folder);
    round.window = rate(window);
    window.finish();
    return round;
}

void measureRates(const Sender& sender, int rounds, int forSeconds)
{
    std::vector<double> quiet, telling, window;
    for (int i = 0; i < rounds; ++i) {
        const Round round = measureRound(sender, forSeconds);
        std::printf("floor %.0f, listen --quiet %.0f, listen %.0f, window %.0f requests/s\n", round.floor,
                    round.quiet, round.telling, round.window);
        std::fflush(stdout);
        quiet.push_back(round.quiet / round.floor);
        telling.push_back(round.telling / round.floor);
        window.push_back(round.window / round.floor);
    }
    std::printf("ratio to the floor, median of %d: listen --quiet %.2f, listen %.2f, window following %.2f\n",
                rounds, median(quiet), median(telling), median(window));
}

double sendMillion(const Sender& sender, int port)
{
    double sent = 0;
    while (sent < requestsWanted)
        sent += sender.send(port, 5).requests;
    return sent;
}

void measureMillion(const Sender& sender)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"million.hookworks"_s);
    {
        const Server server(cli(), listening(file, {u"--quiet"_s}), folder);
        const double before = server.residentMegabytes();
        const double sent = sendMillion(sender, server.port());
        std::printf("listen: resident %.0f MB before, %.0f MB after %.0f captures\n", before,
                    server.residentMegabytes(), sent);
        std::fflush(stdout);
    }
    const Paths paths(QProcessEnvironment::systemEnvironment());
    QDir().mkpath(QFileInfo(paths.settingsFile()).absolutePath());
    FileSettings(paths.settingsFile()).setValue(u"window/page"_s, u"captures"_s);
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const StartedOnce once = WindowWatch().start(beside(u"../bin/hookworks"_s), {file}, 3000);
        times.push_back(once.milliseconds);
        std::printf("window on that file of %.0f MB: first after %.0f ms, resident after 3 s %.0f MB\n",
                    static_cast<double>(QFileInfo(file).size()) / 1e6, once.milliseconds,
                    once.residentMegabytes);
        std::fflush(stdout);
    }
    Server window(QCoreApplication::applicationFilePath(), windowOn(file), folder);
    const double sent = sendMillion(sender, window.port());
    std::printf("window: resident %.0f MB after %.0f captures more\n", window.residentMegabytes(), sent);
    window.finish();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--window") == 0)
        return watchCapturesWindow(argc, argv, QString::fromLocal8Bit(argv[2]));
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const Sender sender(folder);
    if (argc == 2 && std::strcmp(argv[1], "--million") == 0)
        measureMillion(sender);
    else
        measureRates(sender, argc > 1 ? std::max(1, std::atoi(argv[1])) : 3,
                     argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
    return 0;
}
