// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_text.h"

#include "domain/visible_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

namespace hookworks {

namespace {

/// The length of the UTF-8 sequence at the start of `bytes`, 0 where there is none.
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto first = static_cast<uchar>(bytes[0]);
    const qsizetype length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || first > 0xf4 || bytes.size() < length)
        return 0;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString letters = decoder.decode(bytes.first(length));
    return decoder.hasError() || letters.contains(QChar(QChar::ReplacementCharacter)) ? 0 : length;
}

} // namespace

QString visibleBytes(QByteArrayView bytes)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = whole.decode(bytes);
    if (whole.hasError()) {
        text.clear();
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype length = sequenceLength(bytes.sliced(at));
            if (length > 0)
                text += QString::fromUtf8(bytes.sliced(at, length));
            else
                text += QStringLiteral("\\x%1").arg(static_cast<uchar>(bytes[at]), 2, 16, QLatin1Char('0'));
            at += std::max<qsizetype>(length, 1);
        }
    }
    return visibleText(text.replace(u'\r', QLatin1String("\\r")));
}

bool breakLongLines(QString& text, qsizetype longest)
{
    QString broken;
    qsizetype lineStart = 0;
    bool any = false;
    broken.reserve(text.size());
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != u'\n' && at - lineStart < longest)
            continue;
        broken += QStringView(text).sliced(lineStart, at - lineStart);
        if (at == text.size())
            break;
        any = any || text[at] != u'\n';
        broken += u'\n';
        lineStart = text[at] == u'\n' ? at + 1 : at;
    }
    text = broken;
    return any;
}

QString sizeWords(qint64 bytes)
{
    if (bytes < 10'000)
        return QCoreApplication::translate("hookworks", "%1 bytes").arg(QLocale().toString(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace hookworks
