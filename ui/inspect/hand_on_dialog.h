// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/exporter.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace hookworks {

class InlineMessage;
class PagedText;
class TextLabel;
class Workbench;

/// Shows deliveries and captures in the form in which they will leave, with what is masked, before they do:
/// then they are copied or saved. Names can be added to those that are masked. Shown with open(); deletes
/// itself when it is closed.
class HandOnDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `workbench` must outlive it.
    HandOnDialog(Workbench& workbench, const QStringList& ids, QWidget* parent);

signals:
    void said(const QString& words);

private:
    void arrange();
    ExportFormat format() const;
    void write();
    void take(const Result<Exported>& exported);
    void maskMore();
    void save();
    void copy();

    Workbench& m_workbench;
    QStringList m_ids;
    QComboBox* m_format;
    QCheckBox* m_secrets;
    QLineEdit* m_name;
    QPushButton *m_mask, *m_copy, *m_save;
    TextLabel* m_about;
    InlineMessage* m_problem;
    PagedText* m_preview;
    Exported m_exported;
    int m_question = 0; ///< answers to older ones are dropped
};

} // namespace hookworks
