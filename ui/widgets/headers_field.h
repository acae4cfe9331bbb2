// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/result.h"

#include <QPlainTextEdit>

namespace hookworks {

/// One header a line, `Name: value`; empty lines do not count. Fails with the line's number and what is
/// wrong, by RFC 9110's grammar, so that no CR or LF can get out.
Result<HeaderList> readHeaderLines(const QString& lines);
QString headerLinesOf(const HeaderList& headers);

/// Header fields as lines of text: quick to type, quick to paste.
class HeadersField final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit HeadersField(QWidget* parent = nullptr);
    Result<HeaderList> headers() const { return readHeaderLines(toPlainText()); }
    void setHeaders(const HeaderList& headers);
    /// Right or wrong.
    QString lines() const { return toPlainText(); }
    void setLines(const QString& lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void left();

private:
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace hookworks
