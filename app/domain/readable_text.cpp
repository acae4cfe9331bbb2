// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"

#include <QStringDecoder>

#include <algorithm>

namespace hookworks {

namespace {

QString fromValidUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

/// How many bytes a character takes that begins with this one; 1 as well where none does.
qsizetype lengthOf(char first)
{
    const auto byte = static_cast<uchar>(first);
    return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

void appendEscape(QString& text, uchar byte)
{
    constexpr QLatin1String digits("0123456789abcdef");
    text += QLatin1String("\\x");
    text += digits[byte / 16];
    text += digits[byte % 16];
}

} // namespace

bool isUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

QString readableText(QByteArrayView bytes)
{
    if (isUtf8(bytes))
        return fromValidUtf8(bytes);
    QString text;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = std::min(lengthOf(bytes[at]), bytes.size() - at);
        const QByteArrayView character = bytes.sliced(at, length);
        if (isUtf8(character)) {
            text += fromValidUtf8(character);
            at += length;
        } else {
            appendEscape(text, static_cast<uchar>(bytes[at]));
            ++at;
        }
    }
    return text;
}

QString shortened(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const bool cutsOne = most > 0 && text[most - 1].isHighSurrogate();
    return text.first(cutsOne ? most - 1 : most) + u'…';
}

} // namespace hookworks
