// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_framer.h"
#include "request_cases.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>
#include <utility>

using namespace hookworks;

namespace {

/// All that a framer says of a connection's bytes, as one text; whatever the split, it must be the same.
class Reading
{
public:
    void feed(QByteArrayView bytes)
    {
        while (!m_refused) {
            const RequestFramer::Step step = m_framer.next(bytes);
            bytes = bytes.sliced(step.consumed);
            take(step);
            if (step.event == RequestFramer::Event::NeedMore)
                return;
        }
    }
    QByteArray text() const
    {
        return m_text + "[" + m_body + "]" + (m_refused ? QByteArray() : m_framer.partialHead().toHex());
    }
    int complete = 0;
    int status = 0;
    qint64 offset = 0; ///< of the byte that was refused

private:
    void take(const RequestFramer::Step& step)
    {
        if (step.event == RequestFramer::Event::Head) {
            for (const Header& field : m_framer.head().headers.fields)
                m_text += field.name + '=' + field.value + '|';
            m_text += m_framer.head().bytes;
            m_ended = false;
        } else if (step.event == RequestFramer::Event::Data) {
            m_body += step.data;
        } else if (step.event == RequestFramer::Event::Complete) {
            ++complete;
            m_text += "<" + std::exchange(m_body, {}) + ">";
            for (const Header& field : m_framer.trailers().fields)
                m_text += field.name + '=' + field.value + '|';
            m_ended = true;
        } else if (step.event == RequestFramer::Event::Refused) {
            m_refused = true;
            status = m_framer.refusal().status;
            offset = m_framer.refusal().offset;
            m_text += m_framer.refusal().reason.toUtf8() + QByteArray::number(m_framer.refusal().offset) +
                      m_framer.partialHead();
        }
    }

    RequestFramer m_framer;
    QByteArray m_text, m_body;
    bool m_refused = false;
    bool m_ended = false;
};

Reading readSplit(const QByteArray& bytes, const std::function<qsizetype()>& size)
{
    Reading reading;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype piece = std::min(size(), bytes.size() - at);
        reading.feed(QByteArrayView(bytes).sliced(at, piece));
        at += piece;
    }
    return reading;
}

} // namespace

class FramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheSameHoweverTheBytesCome_data();
    void saysTheSameHoweverTheBytesCome();
    void extensionsAreBoundedTogether();
};

void FramerTest::saysTheSameHoweverTheBytesCome_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("bytes");
    const QList<RequestCase> cases = requestCases();
    QVERIFY(!cases.isEmpty());
    for (const RequestCase& each : cases)
        QTest::newRow(each.name.constData()) << each.expected << each.bytes;
}

void FramerTest::saysTheSameHoweverTheBytesCome()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, bytes);
    const Reading whole = readSplit(bytes, [&] { return bytes.size(); });
    if (expected.startsWith("ok")) {
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.complete, expected.size() > 2 ? expected.sliced(2).toInt() : 1);
    } else if (expected == "more") {
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.complete, 0);
    } else {
        QCOMPARE(QByteArray::number(whole.status) + '@' + QByteArray::number(whole.offset), expected);
    }
    QCOMPARE(readSplit(bytes, [] { return qsizetype(1); }).text(), whole.text());
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        std::uniform_int_distribution<qsizetype> size(1, std::max<qsizetype>(1, bytes.size() / (1 + i % 9)));
        QCOMPARE(readSplit(bytes, [&] { return size(random); }).text(), whole.text());
    }
}

void FramerTest::extensionsAreBoundedTogether()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray chunk = "1;" + QByteArray(4080, 'e') + "\r\nx\r\n";
    const QByteArray four = head + chunk.repeated(4) + "0\r\n\r\n";
    QCOMPARE(readSplit(four, [&] { return four.size(); }).complete, 1);
    for (const QByteArray& more : {chunk.repeated(5), chunk.repeated(4) + QByteArray(100, '0') + "1\r\n"}) {
        const QByteArray five = head + more;
        const Reading whole = readSplit(five, [&] { return five.size(); });
        QCOMPARE(whole.status, 413);
        QVERIFY(whole.offset > head.size() + 4 * chunk.size() && whole.offset < five.size());
        QCOMPARE(readSplit(five, [] { return qsizetype(1); }).text(), whole.text());
    }
}

QTEST_GUILESS_MAIN(FramerTest)
#include "framer_test.moc"
