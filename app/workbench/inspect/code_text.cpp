// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/code_text.h"

#include "domain/readable_text.h"

#include <QList>

namespace hookworks {

namespace {

bool isSeen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return c == U' ' || QChar::category(c) != QChar::Separator_Space;
    }
}

QByteArray hex(char32_t c, int digits)
{
    return QByteArray::number(static_cast<uint>(c), 16).rightJustified(digits, '0');
}

QByteArray escape(char32_t c, CodeLanguage language)
{
    if (c == U'\n')
        return "\\n";
    if (c == U'\r')
        return "\\r";
    if (c == U'\t')
        return "\\t";
    if (c <= 0xffff)
        return "\\u" + hex(c, 4);
    if (language != CodeLanguage::JavaScript)
        return "\\U" + hex(c, 8);
    return "\\u{" + hex(c, 1) + '}';
}

} // namespace

QByteArray codeText(const QString& text, CodeLanguage language)
{
    QByteArray literal = "\"";
    for (const char32_t c : text.toUcs4()) {
        if (c == U'"' || c == U'\\')
            literal += QByteArray("\\") + static_cast<char>(c);
        else if (isSeen(c))
            literal += QString::fromUcs4(&c, 1).toUtf8();
        else
            literal += escape(c, language);
    }
    return literal + '"';
}

QByteArray pythonBytes(const QByteArray& bytes)
{
    if (isUtf8(bytes))
        return codeText(readableText(bytes), CodeLanguage::Python) + ".encode()";
    QByteArray literal = "b\"";
    for (const char byte : bytes) {
        const bool plain = byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
        literal += plain ? QByteArray(1, byte) : "\\x" + QByteArray(1, byte).toHex();
    }
    return literal + '"';
}

} // namespace hookworks
