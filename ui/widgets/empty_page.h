// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace hookworks {

/// Stands where nothing is yet: an icon, a heading, one sentence on what belongs here, and the first step as
/// the primary button. In a low place the icon gives way.
class EmptyPage final : public QWidget
{
    Q_OBJECT
public:
    /// No button where `step` is empty.
    EmptyPage(const QString& iconName, const QString& sentence, const QString& step,
              QWidget* parent = nullptr);
    /// One to four words above the sentence; none at first.
    void setHeading(const QString& heading);
    void setSentence(const QString& sentence);
    QSize minimumSizeHint() const override;

signals:
    void stepWanted();

private:
    void resizeEvent(QResizeEvent* event) override;

    QWidget* m_picture;
    QLabel* m_heading;
    QLabel* m_sentence;
    QPushButton* m_step = nullptr;
};

} // namespace hookworks
