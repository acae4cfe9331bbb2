// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/failure_words.h"

#include "domain/words.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>

namespace hookworks {

namespace {

QString sentWords(const Progress& progress)
{
    if (progress.written >= progress.toWrite)
        return tr("the whole request was sent");
    return tr("%1 of %2 bytes of the request were sent").arg(progress.written).arg(progress.toWrite);
}

QString receivedWords(const Progress& progress)
{
    if (progress.received == 0)
        return tr("no byte of a response came back");
    return tr("%1 bytes of a response came back").arg(progress.received);
}

bool isTlsRecord(const QByteArray& start)
{
    return start.size() >= 2 && start[0] >= 0x14 && start[0] <= 0x17 && start[1] == 3;
}

/// Bytes as text on one line.
QString shown(const QByteArray& bytes)
{
    QString text;
    for (const char c : bytes)
        text += c >= 0x20 && c < 0x7f ? QString(QLatin1Char(c))
                                      : QStringLiteral("\\x") + QString::fromLatin1(QByteArray(1, c).toHex());
    return text;
}

/// To the millisecond: a limit of 1.5 s is not one of 2 s.
QString exactly(Micros duration)
{
    const auto rounded = std::chrono::round<std::chrono::milliseconds>(duration);
    const bool whole = rounded.count() % 1000 == 0;
    return duration < std::chrono::seconds(1) || whole
               ? durationWords(duration)
               : QString::number(seconds(rounded), 'g', 12) + QStringLiteral(" s");
}

QString unconnectedWords(const Progress& progress, const QString& limit)
{
    if (progress.remote.isEmpty())
        return tr("The name \"%1\" was not resolved within %2.").arg(progress.host, limit);
    if (progress.shortOfPorts)
        return tr("No connection to %1 within %2: this computer had no free port, descriptor or address to "
                  "connect "
                  "from.")
            .arg(progress.remote, limit);
    if (!progress.tunnelled)
        return tr("The proxy %1 opened no connection to %2 within %3.")
            .arg(progress.proxy, progress.host, limit);
    return tr("No connection to %1 within %2.").arg(progress.remote, limit);
}

/// Why it did not leave again.
QString orItWasClosing(const Progress& progress)
{
    return progress.reused && progress.received == 0
               ? QLatin1Char(' ') +
                     tr("The connection had carried a request before, and perhaps the receiver "
                        "was closing it; but it may have read this request, so it was not sent "
                        "a second time.")
               : QString();
}

/// What else could be behind it, where a plain request found no answer at all.
QString orTlsIsExpected(const Progress& progress)
{
    return progress.mayExpectTls && progress.received == 0
               ? QLatin1Char(' ') +
                     tr("A port that expects TLS does the same: if this one does, use https://.")
               : QString();
}

} // namespace

QString timeoutWords(const Progress& progress, Micros timeout)
{
    const QString limit = exactly(timeout);
    if (!progress.connected)
        return unconnectedWords(progress, limit);
    if (!progress.secured && progress.received == 0)
        return tr("Connected to %1, but it sent no byte of a TLS handshake within %2: perhaps it does not "
                  "speak TLS on "
                  "this port.")
            .arg(progress.remote, limit);
    if (!progress.secured)
        return tr("Connected to %1, but the TLS handshake was not done within %2.")
            .arg(progress.remote, limit);
    return tr("No complete response within %1: %2, %3.")
        .arg(limit, sentWords(progress), receivedWords(progress));
}

QString closedWords(const Progress& progress)
{
    if (progress.headRead)
        return tr("The receiver closed the connection before the end of the response that it had announced: "
                  "%1.")
            .arg(receivedWords(progress));
    return tr("The receiver closed the connection without a response after %1: %2.")
               .arg(exactly(progress.elapsed), sentWords(progress)) +
           orTlsIsExpected(progress) + orItWasClosing(progress);
}

QString resetWords(const Progress& progress)
{
    return tr("The receiver reset the connection after %1: %2, %3.")
               .arg(exactly(progress.elapsed), sentWords(progress), receivedWords(progress)) +
           orTlsIsExpected(progress) + orItWasClosing(progress);
}

QString cutWords(const Progress& progress)
{
    return tr("The receiver closed the connection without ending TLS (no close_notify), and the response was "
              "to last until then: it may be cut. In all, %1.")
        .arg(receivedWords(progress));
}

QString acceptedAndResetWords(const QString& address)
{
    return tr("%1 accepted the connection and reset it before a byte of the request was sent.").arg(address);
}

QString invalidWords(const Progress& progress, const QString& problem)
{
    return problem + QLatin1Char(' ') + tr("In all, %1.").arg(receivedWords(progress));
}

QString blockedWords(const QString& problem)
{
    return tr("Nothing was sent: %1").arg(problem);
}

QString connectWords(const QString& address, const QString& proxy, const error_code& failed)
{
    const QString reason = QString::fromStdString(failed.message());
    return proxy.isEmpty() ? tr("No connection to %1: %2.").arg(address, reason)
                           : tr("No connection to the proxy %1 (%2): %3.").arg(proxy, address, reason);
}

QString unknownProxyWords(const QString& proxy, const QString& reason)
{
    return tr("The name of the proxy %1 could not be resolved: %2.").arg(proxy, reason);
}

QString proxyRefusedWords(const QString& proxy, const QString& problem)
{
    return tr("Nothing was sent: the proxy %1 opened no connection. %2").arg(proxy, problem);
}

QString proxyEndedWords(const QString& proxy, const error_code& failed)
{
    return tr("Nothing was sent: the proxy %1 ended the connection (%2).")
        .arg(proxy, QString::fromStdString(failed.message()));
}

QString handshakeWords(const error_code& failed, const QString& certificateProblem,
                       const QByteArray& firstBytes)
{
    if (!certificateProblem.isEmpty())
        return tr("The receiver's certificate is refused: %1.").arg(certificateProblem);
    if (firstBytes.startsWith("HTTP/"))
        return tr("The receiver does not speak TLS on this port (it answered with plain HTTP); use http:// "
                  "for it.");
    if (!firstBytes.isEmpty() && !isTlsRecord(firstBytes))
        return tr("The receiver does not speak TLS on this port: what it sent begins with \"%1\".")
            .arg(shown(firstBytes));
    const bool reset =
        failed == boost::asio::error::connection_reset || failed == boost::asio::error::broken_pipe;
    if (!isEnd(failed) && !reset)
        return tr("The TLS handshake failed: %1.").arg(QString::fromStdString(failed.message()));
    const QString words = reset ? tr("The receiver reset the connection during the TLS handshake.")
                                : tr("The receiver closed the connection during the TLS handshake.");
    return firstBytes.isEmpty() ? words + QLatin1Char(' ') +
                                      tr("It had sent nothing: perhaps it does not speak TLS on this port.")
                                : words;
}

QString lackingCertificateWords()
{
    return tr("The receiver asks for a client certificate, and none is set: give the webhook one.");
}

QString statusWords(int status, const QByteArray& responseHead, const HeaderList& headers)
{
    const QByteArray line = responseHead.split('\n').first().trimmed();
    const QString said = QString::fromUtf8(line.mid(line.indexOf(' ') + 1)).left(200);
    if (status < 300 || status >= 400)
        return tr("The receiver answered %1.").arg(said);
    const auto location = headers.value("Location");
    return location ? tr("The receiver answered %1, to %2; redirects are not followed.")
                          .arg(said, QString::fromUtf8(location->left(2'000)))
                    : tr("The receiver answered %1; redirects are not followed.").arg(said);
}

} // namespace hookworks
