// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/failure_words.h"

#include "domain/words.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

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

bool isEnd(const error_code& failed)
{
    return failed == boost::asio::error::eof || failed == boost::asio::ssl::error::stream_truncated;
}

/// What a plain-text answer looks like to OpenSSL.
bool isPlainText(const error_code& failed)
{
    if (failed.category() != boost::asio::error::get_ssl_category())
        return false;
    const int reason = ERR_GET_REASON(static_cast<unsigned long>(failed.value()));
    return reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_HTTP_REQUEST ||
           reason == SSL_R_UNKNOWN_PROTOCOL || reason == SSL_R_PACKET_LENGTH_TOO_LONG ||
           reason == SSL_R_BAD_PROTOCOL_VERSION_NUMBER || reason == SSL_R_RECORD_LENGTH_MISMATCH;
}

} // namespace

QString timeoutWords(const Progress& progress, Micros timeout, const QString& remote)
{
    const QString limit = durationWords(timeout);
    if (!progress.connected)
        return tr("No connection within %1.").arg(limit);
    if (!progress.secured)
        return tr("Connected to %1, but the TLS handshake was not done within %2.").arg(remote, limit);
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
        .arg(durationWords(progress.elapsed), sentWords(progress));
}

QString resetWords(const Progress& progress)
{
    return tr("The receiver reset the connection after %1: %2, %3.")
        .arg(durationWords(progress.elapsed), sentWords(progress), receivedWords(progress));
}

QString invalidWords(const Progress& progress, const QString& problem)
{
    return tr("The response is not HTTP: %1 (%2)").arg(problem, receivedWords(progress));
}

QString blockedWords(const QString& problem)
{
    return tr("Nothing was sent: %1").arg(problem);
}

QString connectWords(const QString& address, const error_code& failed)
{
    return tr("No connection to %1: %2.").arg(address, QString::fromStdString(failed.message()));
}

QString handshakeWords(const error_code& failed, const QString& certificateProblem)
{
    if (!certificateProblem.isEmpty())
        return tr("The receiver's certificate is refused: %1.").arg(certificateProblem);
    if (isEnd(failed))
        return tr("The receiver closed the connection during the TLS handshake.");
    if (failed == boost::asio::error::connection_reset || failed == boost::asio::error::broken_pipe)
        return tr("The receiver reset the connection during the TLS handshake.");
    if (isPlainText(failed))
        return tr("The receiver does not speak TLS on this port: %1.")
            .arg(QString::fromStdString(failed.message()));
    return tr("The TLS handshake failed: %1.").arg(QString::fromStdString(failed.message()));
}

QString statusWords(int status, const QByteArray& responseHead, const HeaderList& headers)
{
    const QByteArray line = responseHead.left(responseHead.indexOf('\n')).trimmed();
    const QString said = QString::fromLatin1(line.mid(line.indexOf(' ') + 1)).left(200);
    if (status < 300 || status >= 400)
        return tr("The receiver answered %1.").arg(said);
    const auto location = headers.value("Location");
    return location ? tr("The receiver answered %1, to %2; redirects are not followed.")
                          .arg(said, QString::fromUtf8(location->left(2'000)))
                    : tr("The receiver answered %1; redirects are not followed.").arg(said);
}

} // namespace hookworks
