// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/outbox.h"

#include <QNetworkReply>

#include <memory>

namespace hookworks {

/// The attribute of a request that says it all: an ExchangeRequest, head as it is to leave; its body is the
/// device or the bytes that the manager was given. What QNetworkRequest says beside it is not looked at.
inline constexpr auto exchangeRequestAttribute = QNetworkRequest::User;
/// The attribute of a finished reply: an ExchangeResult. A QNetworkReply keeps one field a name, so the head
/// as it came is here alone.
inline constexpr auto exchangeResultAttribute =
    static_cast<QNetworkRequest::Attribute>(QNetworkRequest::User + 1);

/// A reply that the wire fills: status and reason, fields, body, error and its words, and the ExchangeResult.
/// It has everything at once, when the exchange has ended.
class WireReply final : public QNetworkReply
{
    Q_OBJECT

public:
    WireReply(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, QObject* parent);
    ~WireReply() override;

    /// Sends it; the reply finishes when the exchange has ended.
    void send(const std::shared_ptr<Outbox>& outbox, ExchangeRequest exchange);
    /// Finishes it later, never from within.
    void finishLater(ExchangeResult result);
    /// Ends the exchange; finished() still comes later, with what was on the wire.
    void abort() override;
    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 most) override;

private:
    void finish(const ExchangeResult& result);
    void takeFields(const ExchangeResult& result);

    std::weak_ptr<Outbox> m_outbox;
    quint64 m_handle = 0;
    bool m_aborted = false;
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace hookworks
