// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/design_part.h"
#include "ui/reports/option_field.h"
#include "workbench/design/designer.h"

#include <QWidget>

class QVBoxLayout;

namespace hookworks {

class FoldSection;
class Form;
class ProblemLabel;
class ReportDocument;

/// What can be set of the chosen part: what must be there first, then what is set, the rest folded. Fields
/// stay where they are while one edits, and are made anew for another part.
class PartForm final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    PartForm(ReportDocument& document, const ProviderProfile& profile, QWidget* parent = nullptr);

    void show(const JsonPath& part, const DesignPart& about, const QHash<QString, QString>& colours);
    void setProblems(const QList<DesignProblem>& problems);
    /// The keys go to the first option that has to be set, whose text they replace.
    void begin();
    /// The field that shows that path, or lies around it; false: there is none.
    bool focusField(const JsonPath& path);

signals:
    /// The field that had the focus is gone: the form shows another part.
    void leftBehind();

private:
    struct Row
    {
        JsonPath object;
        DocumentField field;
        OptionField editor;
        ProblemLabel* problem = nullptr;
        QWidget* clear = nullptr; ///< takes the option out
        FoldSection* section = nullptr;
    };

    bool eventFilter(QObject* watched, QEvent* event) override;
    void build(const JsonPath& part, const DesignPart& about);
    /// The field that has the focus; empty: none of these.
    QString focusedField() const;
    void keepFocusIn(const QString& field);
    void addHead(const JsonPath& part, const DesignPart& about);
    void addGroup(const FieldGroup& group, bool isFirst);
    void addRows(const FieldGroup& group, const QList<DocumentField>& fields, Form& form,
                 FoldSection* section);
    void tellTable(const Row& row, const QString& path, const QList<DesignProblem>& problems,
                   const DesignProblem*& problem) const;
    std::optional<JsonPath> besideOf(const FieldGroup& group, const DocumentField& table) const;
    void addRow(Row row, Form& form, std::optional<JsonPath> beside);
    QWidget* withClear(Row& row);
    QList<DocumentField> unknownFields(const FieldGroup& group) const;
    bool isSet(const JsonPath& object, const DocumentField& field) const;
    void fill();
    void summarise();

    ReportDocument& m_document;
    const ProviderProfile& m_profile;
    QString m_head;  ///< what stands above the fields
    QString m_shape; ///< what the fields were made for
    QHash<QString, QString> m_colours;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column;
    QVBoxLayout* m_lines = nullptr;
    QList<Row> m_rows;
};

} // namespace hookworks
