// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/many_captures.h"

#include "query/parser.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hookworks {

namespace {

constexpr int groupSize = 5'000;

} // namespace

Capture captureNumber(int i, RealTime now)
{
    const QByteArray number = QByteArray::number(i).rightJustified(7, '0');
    Capture capture;
    capture.listener = ListenerId{1};
    capture.receivedAt = now;
    capture.remote = u"127.0.0.1:%1"_s.arg(32'768 + i % 20'000);
    capture.method = "POST";
    capture.target = "/hook";
    capture.version = "1.1";
    capture.head =
        "POST /hook HTTP/1.1\r\nHost: 127.0.0.1:8717\r\nContent-Type: application/json\r\nX-Request-Id: r-" +
        number + "\r\nContent-Length: 160\r\n\r\n";
    capture.headers = fieldsOfHead(capture.head);
    capture.body = "{\"event\":\"report." + QByteArray(i % 3 == 0 ? "failed" : "completed") +
                   "\",\"task\":\"t" + number + "\",\"n\":" + QByteArray::number(i) +
                   ",\"url\":\"https://example.com/results/";
    capture.body += QByteArray(std::max<qsizetype>(0, 158 - capture.body.size()), 'x') + "\"}";
    capture.bodyBytes = capture.body.size();
    capture.responseStatus = 200;
    capture.response.head = "HTTP/1.1 200 OK\r\n\r\n";
    return capture;
}

void fill(Store& store, int count, RealTime now)
{
    for (int from = 1; from <= count; from += groupSize) {
        const int to = std::min(count, from + groupSize - 1);
        const auto added = store.write([from, to, now](Writer& writer) -> Result<void> {
            for (int i = from; i <= to; ++i) {
                if (auto capture = writer.addCapture(captureNumber(i, now)); !capture)
                    return tl::unexpected<Error>(capture.error());
            }
            return {};
        });
        if (!QFuture<Result<void>>(added).result())
            qFatal("the workspace could not be filled");
    }
}

qint64 notIndexed(Store& store)
{
    const CaptureFilter filter{.where = parseQuery(u"zzz").value(), .limit = 1};
    return store.read([filter](Reader& reader) { return reader.captureIds(filter, 0ms); })
        .result()
        ->notIndexed;
}

double firstScreen(Store& store, const char* where, RealTime now)
{
    CaptureFilter filter{.where = parseQuery(QString::fromLatin1(where)).value(), .now = now};
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const auto page =
            store.read([filter](Reader& reader) { return reader.findCaptures(filter, 30ms); }).result();
        if (!page)
            qFatal("%s: %s", where, qPrintable(page.error().message));
        filter.limit -= static_cast<int>(page->rows.size());
        if (!page->next || filter.limit <= 0)
            break;
        filter.before = page->next;
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace hookworks
