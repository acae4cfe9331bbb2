// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace hookworks {

/// Text that one reads, fixed-pitch, with line numbers at the left. Plain text only.
class NumberedText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NumberedText(QWidget* parent = nullptr);

    /// The first line's number.
    void setFirstNumber(qint64 number);
    void paintNumbers(const QRect& area);

private:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    int numbersWidth() const;
    void makeRoom();

    QWidget* m_numbers;
    qint64 m_first = 1;
};

} // namespace hookworks
