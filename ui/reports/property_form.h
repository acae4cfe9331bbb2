// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "json/path.h"
#include "workbench/design/designer.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace hookworks {

class Form;
class ProblemLabel;
class ReportDocument;

/// The properties of one part of the document: a field for each plain member, of the kind that its value has.
class PropertyForm final : public QWidget
{
    Q_OBJECT
public:
    using Now = std::function<RealTime()>;
    /// `document` must outlive it.
    PropertyForm(ReportDocument& document, Now now, QWidget* parent = nullptr);

    /// Fields are made anew only where the members differ; what one types into stays.
    void show(const JsonPath& path);
    void setProblems(const QList<DesignProblem>& problems);
    /// Puts the focus into the field of that path; false: it has none.
    bool focusField(const QString& path);

private:
    struct Field
    {
        QWidget* widget = nullptr;
        ProblemLabel* problem = nullptr;
        std::function<void(const JsonValue&)> fill;
    };
    void build(const JsonValue& part);
    void fill(const JsonValue& part);
    void addField(const JsonMember& member);
    Field lineField(const JsonMember& member, const JsonPath& path);
    Field longField(const JsonPath& path, bool code);
    Field tickField(const JsonMember& member, const JsonPath& path);
    bool eventFilter(QObject* watched, QEvent* event) override;

    ReportDocument& m_document;
    Now m_now;
    JsonPath m_path;
    QString m_shape; ///< which members of which kinds the fields were made for
    bool m_filling = false;
    Form* m_form = nullptr;
    QVBoxLayout* m_column;
    QHash<QString, Field> m_fields; ///< by path
};

} // namespace hookworks
