// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/headers_field.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

tl::unexpected<Error> wrongLine(qsizetype line, const QString& what)
{
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate("hookworks", "Line %1: %2").arg(line + 1).arg(what));
}

} // namespace

Result<HeaderList> readHeaderLines(const QString& lines)
{
    HeaderList headers;
    const QStringList all = lines.split(u'\n');
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].trimmed().isEmpty())
            continue;
        const qsizetype colon = all[i].indexOf(u':');
        if (colon < 0)
            return wrongLine(i, QCoreApplication::translate("hookworks", "write Name: value"));
        const QByteArray name = all[i].first(colon).toUtf8();
        const QByteArray value = all[i].sliced(colon + 1).trimmed().toUtf8();
        if (!isToken(name))
            return wrongLine(i, QCoreApplication::translate(
                                    "hookworks", "a header name has letters, digits and hyphens only"));
        if (!isFieldValue(value))
            return wrongLine(i,
                             QCoreApplication::translate("hookworks", "the value has a control character"));
        headers.append(name, value);
    }
    return headers;
}

QString headerLinesOf(const HeaderList& headers)
{
    QStringList lines;
    for (const Header& field : headers.fields)
        lines << QString::fromUtf8(field.name) + QStringLiteral(": ") + QString::fromUtf8(field.value);
    return lines.join(u'\n');
}

HeadersField::HeadersField(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setMonospace(*this);
    setPlaceholderText(QStringLiteral("X-Tenant: acme"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeadersField::setHeaders(const HeaderList& headers)
{
    if (const auto now = readHeaderLines(toPlainText()); !now || *now != headers)
        setPlainText(headerLinesOf(headers));
}

void HeadersField::setLines(const QString& lines)
{
    if (lines != toPlainText())
        setPlainText(lines);
}

QSize HeadersField::sizeHint() const
{
    return {120, fontMetrics().lineSpacing() * 3 + 14};
}

void HeadersField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit left();
}

} // namespace hookworks
