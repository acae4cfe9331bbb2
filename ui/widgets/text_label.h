// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"

#include <QLabel>

class QTextDocument;

namespace hookworks {

/// Plain text in one of the program's faces, wrapped with the face's leading; it keeps face and colour when
/// font and theme change. `role`: Text, Quiet or Accent.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    TextLabel(const QString& text, Face face, Colour role = Colour::Text, QWidget* parent = nullptr);

    /// Its text can be selected and copied, by mouse and keys.
    void letSelect();
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    bool paintsItself() const;
    int leading() const;
    int layOut(int width, QPainter* painter) const;
    void spread(QTextDocument& text);

    Face m_face;
    bool m_dressing = false, m_spreading = false;
};

/// The same on one line: what does not fit is cut in the middle, and whole on hover. It may become as narrow
/// as some letters.
class ElidedLabel final : public TextLabel
{
    Q_OBJECT
public:
    ElidedLabel(const QString& text, Face face, Colour role = Colour::Text, QWidget* parent = nullptr);
    void setElideMode(Qt::TextElideMode mode);
    /// Whether a part of the text is not shown now.
    bool isCut() const;
    QSize minimumSizeHint() const override;

private:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

} // namespace hookworks
