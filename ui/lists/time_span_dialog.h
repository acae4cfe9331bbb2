// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/time_menu.h"
#include "ui/widgets/form_dialog.h"

class QPushButton;

namespace hookworks {

class DateField;
class ProblemLabel;
class TimeField;

/// From one local time to another.
class TimeSpanDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit TimeSpanDialog(QWidget* parent);

signals:
    void chosen(const hookworks::TimeSpan& span);

private:
    struct End
    {
        DateField* date = nullptr;
        TimeField* time = nullptr;
    };
    QWidget* row(End& end);
    void check();

    End m_from, m_to;
    ProblemLabel* m_problem = nullptr;
    QPushButton* m_show;
};

} // namespace hookworks
