// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    bool closed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
};

} // namespace hookworks
