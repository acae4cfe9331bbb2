// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/text_form.h"

#include "domain/words.h"

#include <QStringDecoder>

namespace hookworks {

namespace {

/// JSON begins with an ASCII character, so one zero byte in the first two tells the order.
std::optional<QStringConverter::Encoding> utf16Of(const QByteArray& text)
{
    if (text.startsWith("\xFF\xFE") || (text.size() > 1 && text[0] != '\0' && text[1] == '\0'))
        return QStringConverter::Utf16LE;
    if (text.startsWith("\xFE\xFF") || (text.size() > 1 && text[0] == '\0' && text[1] != '\0'))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

Result<QByteArray> jsonUtf8(const QByteArray& text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        return text.sliced(3);
    const auto encoding = utf16Of(text);
    if (!encoding)
        return text;
    QStringDecoder decoder(*encoding);
    QString characters = decoder(text);
    if (decoder.hasError() || text.size() % 2 != 0)
        return fail(ErrorCode::BadInput, tr("the body is UTF-16 that is not valid"));
    if (characters.startsWith(QChar(QChar::ByteOrderMark)))
        characters.remove(0, 1);
    return characters.toUtf8();
}

} // namespace hookworks
