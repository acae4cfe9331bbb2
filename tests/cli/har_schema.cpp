// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/har_schema.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

/// Checks one object's members, and gathers what is wrong.
class Checking
{
public:
    Checking(const QJsonValue& value, QString place, QStringList& problems)
        : m_object(value.toObject())
        , m_place(std::move(place))
        , m_problems(&problems)
    {
        if (!value.isObject())
            say(u""_s, u"is no object"_s);
    }

    QString text(const QString& key) const { return m_object[key].toString(); }
    double number(const QString& key) const { return m_object[key].toDouble(); }
    bool has(const QString& key) const { return m_object.contains(key); }

    void texts(const QStringList& keys) const
    {
        for (const QString& key : keys) {
            if (!m_object[key].isString())
                say(key, u"is no text"_s);
        }
    }
    void integer(const QString& key, qint64 least) const
    {
        const double value = number(key);
        if (!m_object[key].isDouble() || value != std::floor(value) || value < double(least))
            say(key, u"is no whole number of %1 or more"_s.arg(least));
    }
    void duration(const QString& key, double least) const
    {
        if (!m_object[key].isDouble() || number(key) < least)
            say(key, u"is no number of %1 or more"_s.arg(least));
    }
    void date(const QString& key) const
    {
        static const QRegularExpression form(
            uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$)"_s);
        if (!form.match(text(key)).hasMatch())
            say(key, u"is no time"_s);
    }
    template <class Check>
    void object(const QString& key, Check check) const
    {
        check(Checking(m_object[key], m_place + u'.' + key, *m_problems));
    }
    template <class Check>
    void list(const QString& key, Check check) const
    {
        if (!m_object[key].isArray())
            say(key, u"is no list"_s);
        const QJsonArray items = m_object[key].toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            check(Checking(items[i], u"%1.%2[%3]"_s.arg(m_place, key).arg(i), *m_problems));
    }
    void say(const QString& key, const QString& words) const
    {
        *m_problems << m_place + u'.' + key + u' ' + words;
    }

private:
    QJsonObject m_object;
    QString m_place;
    QStringList* m_problems;
};

void checkPair(const Checking& pair)
{
    pair.texts({u"name"_s, u"value"_s});
}

void checkCookie(const Checking& cookie)
{
    checkPair(cookie);
    if (cookie.has(u"expires"_s))
        cookie.date(u"expires"_s);
}

/// What requests and responses have alike.
void checkMessage(const Checking& message)
{
    message.texts({u"httpVersion"_s});
    message.list(u"cookies"_s, checkCookie);
    message.list(u"headers"_s, checkPair);
    message.integer(u"headersSize"_s, -1);
    message.integer(u"bodySize"_s, -1);
}

void checkRequest(const Checking& request)
{
    checkMessage(request);
    request.texts({u"method"_s, u"url"_s});
    const QUrl url(request.text(u"url"_s), QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        request.say(u"url"_s, u"is no absolute URL"_s);
    request.list(u"queryString"_s, checkPair);
    if (request.has(u"postData"_s))
        request.object(u"postData"_s, [](const Checking& data) { data.texts({u"mimeType"_s, u"text"_s}); });
}

void checkResponse(const Checking& response)
{
    checkMessage(response);
    response.integer(u"status"_s, 0);
    response.texts({u"statusText"_s, u"redirectURL"_s});
    response.object(u"content"_s, [](const Checking& content) {
        content.integer(u"size"_s, 0);
        content.texts({u"mimeType"_s});
    });
}

/// The sum of the phases, in which connect holds ssl, is the time.
void checkTimings(const Checking& entry)
{
    entry.duration(u"time"_s, 0);
    const double time = entry.number(u"time"_s);
    entry.object(u"timings"_s, [time](const Checking& timings) {
        double sum = 0;
        for (const QString& phase :
             {u"blocked"_s, u"dns"_s, u"connect"_s, u"send"_s, u"wait"_s, u"receive"_s}) {
            const bool must = phase == u"send" || phase == u"wait" || phase == u"receive";
            timings.duration(phase, must ? 0 : -1);
            sum += std::max(0.0, timings.number(phase));
        }
        timings.duration(u"ssl"_s, -1);
        if (timings.number(u"ssl"_s) > timings.number(u"connect"_s))
            timings.say(u"ssl"_s, u"is longer than connect"_s);
        if (std::abs(sum - time) > 0.001)
            timings.say(u""_s, u"is not what time says"_s);
    });
}

void checkEntry(const Checking& entry)
{
    entry.date(u"startedDateTime"_s);
    entry.object(u"request"_s, checkRequest);
    entry.object(u"response"_s, checkResponse);
    entry.object(u"cache"_s, [](const Checking&) {});
    checkTimings(entry);
    if (entry.has(u"serverIPAddress"_s) && QHostAddress(entry.text(u"serverIPAddress"_s)).isNull())
        entry.say(u"serverIPAddress"_s, u"is no address"_s);
}

} // namespace

QStringList harProblems(const QByteArray& har)
{
    QStringList problems;
    const Checking root(QJsonDocument::fromJson(har).object(), u"$"_s, problems);
    root.object(u"log"_s, [](const Checking& log) {
        if (log.text(u"version"_s) != u"1.2")
            log.say(u"version"_s, u"is not 1.2"_s);
        log.object(u"creator"_s, [](const Checking& creator) { creator.texts({u"name"_s, u"version"_s}); });
        log.list(u"entries"_s, checkEntry);
    });
    return problems;
}

} // namespace hookworks
