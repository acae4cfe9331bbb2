// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/comparison.h"

#include <QDialog>

class QComboBox;
class QHBoxLayout;
class QPushButton;
class QTableView;

namespace hookworks {

class Badge;
class CompareRows;
class ElidedLabel;
class InlineMessage;
class SegmentedControl;
class Workbench;

/// Two captures or deliveries beside each other: field by field, by line, or by byte. What a provider has
/// anew each time can be ignored, and is remembered for it. F8 goes to the next difference. A window of its
/// own, shown with open(); deletes itself when it is closed.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without `right` the newest capture before it with the same method and path. `workbench` must outlive
    /// it.
    CompareDialog(Workbench& workbench, const QString& left, const QString& right, QWidget* parent);
    /// Two bodies by themselves, of a provider's event (empty: of none).
    CompareDialog(Workbench& workbench, const NamedBody& left, const NamedBody& right,
                  const QString& provider, QWidget* parent);

private:
    /// Two bodies that lie in no row.
    struct Bodies
    {
        NamedBody left, right;
        QString provider;
    };
    CompareDialog(Workbench& workbench, const QString& left, const QString& right,
                  const std::optional<Bodies>& bodies, QWidget* parent);
    Answer<Comparison> asked(const std::optional<QStringList>& ignore);
    void arrange();
    QHBoxLayout* makeTop();
    QHBoxLayout* makeIgnored();
    void makeTable();
    void listCaptures();
    void compare(const std::optional<QStringList>& ignore = {});
    void take(const Result<Comparison>& comparison);
    void showRows();
    void showIgnored();
    void swap();
    void ignore(const QString& place, bool ignored);
    void ignoreChosen();
    void goToNext();

    Workbench& m_workbench;
    QComboBox *m_left, *m_right;
    SegmentedControl* m_by;
    QPushButton *m_only, *m_add;
    Badge* m_count;
    ElidedLabel* m_about;
    QHBoxLayout* m_chips;
    InlineMessage* m_problem;
    QTableView* m_table;
    CompareRows* m_rows;
    std::optional<Bodies> m_bodies;
    std::optional<Comparison> m_comparison;
    int m_question = 0; ///< answers to older ones are dropped
};

} // namespace hookworks
