// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/parser.h"
#include "store_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace hookworks {

using namespace Qt::StringLiterals;

/// Knows one coding and one event.
inline BodyReading sampleReading()
{
    const auto decode = [](const QByteArray& coding, QByteArray body) {
        std::ranges::reverse(body);
        return coding == "rev" ? std::optional(body) : std::nullopt;
    };
    const auto recognise = [](const QByteArray& body) {
        return body.contains("report.failed") ? RecognisedEvent{u"own"_s, u"report.failed"_s}
                                              : RecognisedEvent();
    };
    return {decode, recognise};
}

inline QByteArray sampleBody(int i)
{
    switch (i % 12) {
    case 0:
        return "{\"event\":\"report.failed\",\"n\":" + QByteArray::number(i) +
               ",\"s\":\"gr\xC3\xBC\xC3\x9F"
               "e\"}";
    case 1:
        return "{\"e\\u0076ent\":\"report.\\u0066ailed\",\"path\":\"a\\/b\\n\",\"n\":\"1e2\"}";
    case 2:
        return QByteArray("bin\0ary\xFFneedle", 14);
    case 3:
        return QByteArray(9'000, 'x') + "long needle" + QByteArray::number(i);
    case 4:
        return "{ \"a\" : { \"k\" : [1, 2] }, \"list\":[{\"b\":\"x y\"}], \"n\":1e2}";
    case 5:
        return "";
    case 6:
        return i % 24 == 6 ? QByteArray("{broken")
                           : QByteArray("\xFF\xFE{\0\"\0s\0\"\0:\0\"\0g\0r\0\xFC\0\xDF\0e\0\"\0}\0", 28);
    case 7:
        return "name=value&other=" + QByteArray::number(i * 7919);
    default:
        return "{\"event\":\"report.completed\",\"task\":\"t" + QByteArray::number(i * 104'729 % 100'003) +
               "\",\"failed\":false}";
    }
}

inline Capture sampleCapture(int i)
{
    Capture capture;
    capture.listener = ListenerId{i % 3 + 1};
    capture.receivedAt = at(i);
    capture.remote = u"127.0.0.1:%1"_s.arg(40'000 + i);
    capture.method = i % 5 == 0 ? "GET" : i % 7 == 0 ? "put" : "POST";
    capture.target = i % 4 == 0 ? "/hook?x=" + QByteArray::number(i) : QByteArray("/other/Path");
    capture.valid = i % 11 != 0;
    capture.problem = capture.valid ? QString() : u"no Host"_s;
    capture.head = capture.method + ' ' + capture.target + " HTTP/1.1\r\nHost: a\r\nX-Tenant: t" +
                   QByteArray::number(i % 9) + "\r\nX-Len: " + QByteArray::number(i % 20) + ".0\r\n";
    if (i % 12 == 8)
        capture.head += "Content-Encoding: rev\r\n";
    if (i % 12 == 9 && i % 24 != 9)
        capture.head += "Content-Encoding: strange\r\n";
    capture.head += "\r\n";
    capture.headers = fieldsOfHead(capture.head);
    if (!capture.valid)
        capture.headers.append("X-Folded", "folded value");
    capture.body = sampleBody(i);
    if (i % 12 == 8)
        std::ranges::reverse(capture.body);
    capture.bodyBytes = capture.body.size();
    capture.rule = i % 6 == 0 ? u"down for 3"_s : i % 6 == 1 ? u"5.0"_s : QString();
    capture.responseStatus = i % 8 == 0 ? 503 : i % 8 == 1 ? 0 : 200;
    capture.fault = i % 50 == 0 ? u"reset"_s : QString();
    if (i % 13 == 0)
        capture.mark = {i % 2 ? std::optional(MarkColour::Red) : std::nullopt, u"Look: 5 late ones"_s};
    if (i % 17 == 0)
        capture.mark = {MarkColour::Blue, {}};
    return capture;
}

/// A workspace of sample captures, asked by filters.
class SearchFixture : public StoreFixture
{
public:
    SearchFixture() { open(Store::Mode::Write); }

    void open(Store::Mode mode)
    {
        store.reset();
        store = std::move(*Store::open(path(), mode, secrets, sampleReading()));
    }
    void fill(int from, int to)
    {
        const auto added = write([=](Writer& w) -> Result<void> {
            for (int i = from; i <= to; ++i) {
                if (auto capture = w.addCapture(sampleCapture(i)); !capture)
                    return tl::unexpected<Error>(capture.error());
            }
            return {};
        });
        QVERIFY(added);
    }
    QList<CaptureId> found(const QString& text, bool oldestFirst = false, int limit = 0)
    {
        CaptureFilter filter{
            .where = parseQuery(text).value(), .now = at(0), .oldestFirst = oldestFirst, .limit = limit};
        QList<CaptureId> ids;
        for (;;) {
            const auto asked =
                read([&](Reader& r) { return r.captureIds(filter, std::chrono::milliseconds(0)); });
            if (!asked)
                qFatal("%s: %s", qPrintable(text), qPrintable(asked.error().message + asked.error().detail));
            const auto& page = *asked;
            ids += page.rows;
            if (!page.next)
                return ids;
            (oldestFirst ? filter.after : filter.before) = page.next;
        }
    }
    QString words(const QString& text)
    {
        QStringList ids;
        for (const CaptureId id : found(text))
            ids << id.toString();
        return ids.join(u' ');
    }
    qint64 notIndexed()
    {
        const CaptureFilter filter{.where = parseQuery(u"zzz").value(), .limit = 1};
        return read([&](Reader& r) { return r.captureIds(filter); }).value().notIndexed;
    }
    bool isIndexed()
    {
        return QTest::qWaitFor([this] { return notIndexed() == 0; }, 20'000) && QTest::qWaitFor([this] {
                   return number(u"SELECT count(*) FROM search_again WHERE pending AND revision < 7"_s) == 0;
               });
    }
    /// Of full stretches it is known what their captures share.
    bool areTraitsKnown(int stretches)
    {
        return QTest::qWaitFor(
            [=, this] { return number(u"SELECT count(*) FROM search_traits"_s) == stretches; }, 20'000);
    }
    /// Asks the file itself.
    qint64 number(const QString& sql)
    {
        const QString name = u"own"_s;
        qint64 value = -1;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(path());
            if (!database.open())
                return -1;
            QSqlQuery query(database);
            if (query.exec(sql))
                value = query.next() ? query.value(0).toLongLong() : 0;
        }
        QSqlDatabase::removeDatabase(name);
        return value;
    }
    /// Takes the whole index away, as an older program's file has none.
    void forgetIndex()
    {
        store.reset();
        while (
            number(
                u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'search_%' AND sql LIKE 'CREATE VIRTUAL%'"_s) >
            0) {
            const qint64 first =
                number(u"SELECT min(CAST(substr(name, 8) AS INTEGER)) FROM sqlite_master WHERE name LIKE "
                       "'search_%' AND sql LIKE 'CREATE VIRTUAL%'"_s);
            QVERIFY(number(u"DROP TABLE search_%1"_s.arg(first)) >= 0);
        }
        QVERIFY(number(u"DROP TABLE search_segments"_s) >= 0);
        QVERIFY(number(u"DROP TABLE search_values"_s) >= 0);
        QVERIFY(number(u"DROP TABLE search_traits"_s) >= 0);
        QVERIFY(number(u"DROP TABLE search_made"_s) >= 0);
        QVERIFY(number(u"DROP TABLE search_again"_s) >= 0);
    }
};

} // namespace hookworks
