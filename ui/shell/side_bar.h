// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QVBoxLayout;

namespace hookworks {

/// The pages at the window's left: one entry each with its icon and how many things wait or were received
/// there, and Alt+1…9 in its tool tip; arrow keys move between them. Below the current one, places on it that
/// have a name.
class SideBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(QWidget* parent = nullptr);
    void addPage(const QString& title, const QString& iconName);
    void setCurrent(int index);
    /// The number at the entry's right; none: no number.
    void setCount(int index, std::optional<qint64> count);

    /// Below that page's entry, in place of those that are shown below any; none: nothing is.
    void showPlaces(int index, const QList<NamedPlace>& places);

signals:
    void chosen(int index);
    void placeChosen(int index, const hookworks::PagePlace& place);

private:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    QVBoxLayout* m_column;
    QButtonGroup* m_buttons;
    QList<QWidget*> m_places;
};

} // namespace hookworks
