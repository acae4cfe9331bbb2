// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/design_part.h"

#include <QWidget>

class QGridLayout;
class QToolButton;

namespace hookworks {

class ElidedLabel;

/// The components that may be added where one is, each with a drawing. A click adds, a drag carries one to
/// its place. For Tab they are one stop, in which the arrow keys go from one to the other; Return adds.
class ComponentPalette final : public QWidget
{
    Q_OBJECT
public:
    /// `profile` must outlive it.
    explicit ComponentPalette(const ProviderProfile& profile, QWidget* parent = nullptr);
    void setPlace(const InsertPlace& place);

signals:
    void wanted(const QString& typeName);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QToolButton* makeTile(const ComponentType& type);
    bool isOffered(const ComponentType& type) const;
    QList<QToolButton*> offered() const;
    void setStop(QToolButton* stop);
    bool go(QToolButton& from, int key);
    void arrange();
    int columnsThatFit() const;

    const ProviderProfile& m_profile;
    InsertPlace m_place;
    ElidedLabel* m_title;
    QToolButton* m_choice;
    QWidget* m_tiles;
    QGridLayout* m_grid;
    QList<QToolButton*> m_buttons; ///< one for each type of the profile
    int m_columns = 1;
    bool m_all = false;
};

} // namespace hookworks
