// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

namespace hookworks {

/// A good request.
inline const QByteArray post = "POST /hook HTTP/1.1\r\nhOst: a\r\nContent-Length: 2\r\n\r\nhi";

/// A raw client: what it got until the other end closed.
struct Client
{
    QTcpSocket socket;
    QByteArray got;

    explicit Client(quint16 port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { got += socket.readAll(); });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    void send(const QByteArray& bytes)
    {
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write(bytes);
        socket.flush();
    }
    /// Bytes that were sent and wait in the system for the listener to read them, the end of sending among
    /// them; -1: there is no such connection.
    qint64 notRead() const
    {
        QFile connections(QStringLiteral("/proc/net/tcp"));
        if (!connections.open(QIODevice::ReadOnly))
            return -1;
        const auto end = [](quint16 port) {
            return ":" + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
        };
        for (const QByteArray& line : connections.readAll().split('\n')) {
            const QByteArrayList fields = line.simplified().split(' ');
            if (fields.size() > 4 && fields[1].endsWith(end(socket.peerPort())) &&
                fields[2].endsWith(end(socket.localPort())))
                return fields[4].mid(fields[4].indexOf(':') + 1).toLongLong(nullptr, 16);
        }
        return -1;
    }
    bool closed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
};

} // namespace hookworks
