// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/form_parts.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace hookworks {

class ElidedLabel;

/// A form's fields and files: name, type, size, and the beginning of what is text. The chosen one can be
/// saved as a file.
class PartsView final : public QWidget
{
    Q_OBJECT
public:
    explicit PartsView(QWidget* parent = nullptr);

    void setParts(const QList<FormPart>& parts);
    bool find(const QString& text, bool forward);
    void restartFind();

private:
    void saveChosen();
    void updateSave();

    QTreeWidget* m_list;
    QPushButton* m_save;
    ElidedLabel* m_result;
    QList<FormPart> m_parts;
};

} // namespace hookworks
