// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRegularExpression>

namespace hookworks {

/// A part of a form or a query as the text that is meant.
inline QByteArray formDecoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

/// `bytes` with group `which` of each match exchanged by what `instead` makes of all groups. The expression
/// sees each byte as the character of its number; `.` and `\w` are those of ASCII.
template <class Instead>
QByteArray replacedIn(const QByteArray& bytes, const QRegularExpression& expression, int which,
                      Instead instead)
{
    const QString text = QString::fromLatin1(bytes);
    QByteArray result;
    qsizetype kept = 0;
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QList<QByteArray> groups;
        for (int i = 0; i <= match.lastCapturedIndex(); ++i)
            groups << match.captured(i).toLatin1();
        result += bytes.sliced(kept, match.capturedStart(which) - kept) + instead(std::as_const(groups));
        kept = match.capturedEnd(which);
    }
    return kept == 0 ? bytes : result + bytes.sliced(kept);
}

/// Escaped, but for stars and placeholders (workbench/handon/placeholders.h).
inline QByteArray formEncoded(const QByteArray& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%7B%7Bsecret%3A([a-z0-9-]+)%7D%7D"));
    return replacedIn(text.toPercentEncoding("*"), placeholder, 0,
                      [](const QList<QByteArray>& found) { return "{{secret:" + found[1] + "}}"; });
}

} // namespace hookworks
