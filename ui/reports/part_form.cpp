// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/part_form.h"

#include "ui/reports/report_document.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/undo_keys.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

Severity weightOf(ProblemLevel level)
{
    return level == ProblemLevel::Error ? Severity::Error : Severity::Warning;
}

/// The type that keeps a value that the profile does not know as what it is.
QString typeLike(const JsonValue& value)
{
    switch (value.kind) {
    case JsonValue::Kind::Bool:
        return QStringLiteral("boolean");
    case JsonValue::Kind::Number:
        return QStringLiteral("number");
    case JsonValue::Kind::String:
    case JsonValue::Kind::Null:
        return QStringLiteral("string|null");
    default:
        return {};
    }
}

} // namespace

PartForm::PartForm(ReportDocument& document, const ProviderProfile& profile, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_profile(profile)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addStretch(1); // fields that would grow do not
}

void PartForm::show(const JsonPath& part, const DesignPart& about, const QHash<QString, QString>& colours)
{
    const QString shape = part.toString() + u'|' + about.title + u'|' + about.look;
    if (shape != m_shape || colours != m_colours) {
        m_colours = colours;
        build(part, about);
    }
    m_shape = shape;
    fill();
}

QString PartForm::focusedField() const
{
    const QWidget* const focused = QApplication::focusWidget();
    for (const Row& row : m_rows) {
        if (focused && (row.editor.widget == focused || row.editor.widget->isAncestorOf(focused)))
            return row.editor.widget->objectName();
    }
    return {};
}

void PartForm::keepFocusIn(const QString& field)
{
    const auto row =
        std::ranges::find(m_rows, field, [](const Row& one) { return one.editor.widget->objectName(); });
    if (row == m_rows.cend())
        return emit leftBehind();
    if (row->section)
        row->section->setOpen(true);
    row->editor.widget->setFocus(Qt::OtherFocusReason);
}

void PartForm::build(const JsonPath& part, const DesignPart& about)
{
    const QString focused = focusedField();
    m_rows.clear();
    if (m_content) {
        m_content->hide(); // its fields may be what calls
        m_content->deleteLater();
    }
    m_content = new QWidget;
    m_lines = new QVBoxLayout(m_content);
    m_lines->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    m_lines->setSpacing(space::normal);
    m_column->insertWidget(0, m_content);
    addHead(part, about);
    const QList<FieldGroup> groups = fieldGroups(m_profile, *m_document.value(), part, about.kind);
    for (const FieldGroup& group : groups)
        addGroup(group, &group == &groups.first());
    if (m_rows.isEmpty())
        m_lines->addWidget(quietLabel(about.kind == DesignPart::Kind::Component && about.look.isEmpty()
                                          ? tr("This component is not known here. Its JSON is kept as it is.")
                                          : tr("This component has no options.")));
    m_content->show(); // at once, not when the layout gets to it
    if (!focused.isEmpty())
        keepFocusIn(focused);
}

void PartForm::addHead(const JsonPath& part, const DesignPart& about)
{
    m_head = about.title;
    auto* row = new QHBoxLayout;
    row->setSpacing(space::normal);
    row->addWidget(new ElidedLabel(about.title, Face::Strong));
    const ComponentType* type =
        m_document.value() ? componentAt(m_profile, *m_document.value(), part) : nullptr;
    if (type)
        row->addWidget(
            new ElidedLabel(type->name + QStringLiteral(" · ") + type->group, Face::Caption, Colour::Quiet));
    row->addStretch(1);
    m_lines->addLayout(row);
}

bool PartForm::isSet(const JsonPath& object, const DocumentField& field) const
{
    return m_document.at(object.child(keyInUse(m_document, object, field))) != nullptr;
}

QList<DocumentField> PartForm::unknownFields(const FieldGroup& group) const
{
    QList<DocumentField> fields;
    const JsonValue* object = m_document.at(group.object);
    for (const JsonMember& member : object ? object->members : std::vector<JsonMember>()) {
        const bool known = std::ranges::any_of(group.fields, [&](const DocumentField& field) {
            return field.key == member.key || field.alias == member.key;
        });
        DocumentField field;
        field.key = member.key;
        field.type = typeLike(member.value);
        field.help = tr("Not a known option; it is kept.");
        if (!known && !field.type.isEmpty() && !group.rare)
            fields << field;
    }
    return fields;
}

void PartForm::addGroup(const FieldGroup& group, bool isFirst)
{
    QList<DocumentField> first, set, rest;
    for (const DocumentField& field : group.fields)
        (field.required ? first : isSet(group.object, field) ? set : rest) << field;
    if (group.object == JsonPath().child(QStringLiteral("options")) ||
        !group.heading.isEmpty()) // a page's own group is the whole of its part
        set << unknownFields(group);
    else if (!group.rare)
        set << unknownFields(group);
    auto* more = new Form;
    if (group.rare) {
        auto* section = new FoldSection(group.heading, more);
        m_lines->addWidget(section);
        addRows(group, first + set + rest, *more, section);
        section->setOpen(!first.isEmpty() && !set.isEmpty());
        return;
    }
    if (!group.heading.isEmpty() && !isFirst)
        m_lines->addWidget(new TextLabel(group.heading, Face::Strong));
    if (!first.isEmpty() || !set.isEmpty()) {
        auto* form = new Form;
        m_lines->addWidget(form);
        addRows(group, first + set, *form, nullptr);
    }
    if (rest.isEmpty())
        return delete more;
    if (first.isEmpty() && set.isEmpty()) {
        m_lines->addWidget(more);
        return addRows(group, rest, *more, nullptr);
    }
    auto* section = new FoldSection(tr("More options"), more);
    section->setObjectName(QStringLiteral("more"));
    m_lines->addWidget(section);
    addRows(group, rest, *more, section);
}

/// The option that a table goes with: its headings, or the one that names a member of its entries.
std::optional<JsonPath> PartForm::besideOf(const FieldGroup& group, const DocumentField& table) const
{
    const ValueType type = valueTypeOf(m_profile, table.type);
    const bool rowsOfCells = !valueTypeOf(m_profile, type.item).item.isEmpty();
    for (const DocumentField& field : group.fields) {
        if (rowsOfCells ? field.key == u"headings" : field.names == table.key)
            return group.object.child(field.key);
    }
    return std::nullopt;
}

void PartForm::addRows(const FieldGroup& group, const QList<DocumentField>& fields, Form& form,
                       FoldSection* section)
{
    const auto addThose = [&](bool wide) {
        for (const DocumentField& field : fields) {
            const ValueType type = valueTypeOf(m_profile, field.type);
            const bool table = !type.item.isEmpty();
            if (table != wide || field.key == u"headings") // they stand above the rows
                continue;
            Row row;
            row.object = group.object;
            row.field = field;
            row.section = section;
            addRow(row, form, table ? besideOf(group, field) : std::nullopt);
        }
    };
    addThose(false);
    addThose(true);
}

void PartForm::addRow(Row row, Form& form, std::optional<JsonPath> beside)
{
    row.editor =
        makeOptionField({m_document, m_profile, row.object, row.field, m_colours, std::move(beside)});
    const QString title = titleOfField(row.field);
    QWidget* editor = row.editor.widget;
    editor->setObjectName(row.object.child(row.field.key).toString());
    editor->setAccessibleName(title);
    editor->installEventFilter(this);
    const bool isWidth = row.field.type.startsWith(u"width");
    if (isWidth && !row.field.help.isEmpty())
        editor->setToolTip(row.field.help);
    QWidget* field = withClear(row);
    if (row.editor.wide) {
        auto* heading = new QWidget;
        auto* column = new QVBoxLayout(heading);
        column->setContentsMargins(0, space::tight, 0, space::normal);
        column->setSpacing(space::tight);
        if (title != m_head)
            column->addWidget(new TextLabel(title, Face::Strong));
        if (!row.field.help.isEmpty())
            column->addWidget(quietLabel(row.field.help));
        column->addWidget(field);
        row.problem = new ProblemLabel;
        column->addWidget(row.problem);
        form.addWide(heading);
    } else {
        row.problem = form.addRow(title, field, isWidth ? QString() : row.field.help);
    }
    m_rows.append(row);
}

/// What cannot be emptied by itself gets a button that leaves the option out.
QWidget* PartForm::withClear(Row& row)
{
    const ValueType type = valueTypeOf(m_profile, row.field.type);
    const bool empties = row.editor.wide || type.boolean || row.field.editor == u"colour" ||
                         row.field.editor == u"image" || row.field.editor == u"lines";
    if (row.field.required || !empties)
        return row.editor.widget;
    auto* both = new QWidget;
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::tight);
    line->addWidget(row.editor.widget, 1);
    auto* clear = new QToolButton;
    clear->setIcon(themedIcon(QStringLiteral("window-close")));
    clear->setToolTip(tr("Leave it out"));
    clear->setAccessibleName(tr("Leave %1 out").arg(titleOfField(row.field)));
    setLook(*clear, ButtonLook::Quiet);
    line->addWidget(clear, 0, Qt::AlignTop);
    both->setFocusProxy(row.editor.widget);
    both->setAccessibleName(titleOfField(row.field));
    row.clear = clear;
    connect(clear, &QToolButton::clicked, this, [this, object = row.object, field = row.field] {
        m_document.setMember(object, keyInUse(m_document, object, field), std::nullopt,
                             tr("Leave %1 out").arg(titleOfField(field).toLower()));
    });
    return both;
}

void PartForm::fill()
{
    for (const Row& row : std::as_const(m_rows)) {
        const JsonValue* value = m_document.at(row.object.child(keyInUse(m_document, row.object, row.field)));
        row.editor.show(value);
        if (row.clear)
            row.clear->setVisible(value != nullptr);
    }
    summarise();
}

/// "7 unset", "2 set": what a folded section holds.
void PartForm::summarise()
{
    QHash<FoldSection*, QPair<int, int>> counts;
    for (const Row& row : std::as_const(m_rows)) {
        if (row.section)
            (isSet(row.object, row.field) ? counts[row.section].first : counts[row.section].second) += 1;
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        it.key()->setSummary(it->first > 0 ? tr("%1 set, %2 unset").arg(it->first).arg(it->second)
                                           : tr("%1 unset").arg(it->second));
}

/// What is wrong in a table is marked in its cells; the first is said below it where nothing else is.
void PartForm::tellTable(const Row& row, const QString& path, const QList<DesignProblem>& problems,
                         const DesignProblem*& problem) const
{
    QList<CellProblem> inside;
    for (const DesignProblem& one : problems) {
        const bool within = one.path.startsWith(path + u'[') || one.path.startsWith(path + u'.');
        const auto place = within ? JsonPath::parse(one.path) : std::nullopt;
        if (place)
            inside << CellProblem{*place, one.message, weightOf(one.level)};
        if (place && !problem)
            problem = &one;
    }
    row.editor.tell(inside);
}

void PartForm::setProblems(const QList<DesignProblem>& problems)
{
    QHash<QString, const DesignProblem*> said;
    for (const DesignProblem& problem : problems)
        said.insert(problem.path, &problem);
    for (const Row& row : std::as_const(m_rows)) {
        const QString path = row.object.child(keyInUse(m_document, row.object, row.field)).toString();
        const DesignProblem* problem = said.value(path);
        if (row.editor.tell)
            tellTable(row, path, problems, problem);
        if (row.problem->problem() != (problem ? problem->message : QString()))
            row.problem->setProblem(problem ? problem->message : QString(),
                                    problem ? weightOf(problem->level) : Severity::Error);
    }
}

void PartForm::begin()
{
    const auto row = std::ranges::find_if(m_rows, [](const Row& one) { return one.field.required; });
    if (row == m_rows.cend())
        return;
    row->editor.widget->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(row->editor.widget))
        line->selectAll();
    else if (auto* lines = qobject_cast<QPlainTextEdit*>(row->editor.widget))
        lines->selectAll();
}

bool PartForm::focusField(const JsonPath& path)
{
    for (const Row& row : std::as_const(m_rows)) {
        if (!isWithin(path, row.object.child(keyInUse(m_document, row.object, row.field))))
            continue;
        if (row.section)
            row.section->setOpen(true);
        if (row.editor.goTo)
            row.editor.goTo(path);
        else
            row.editor.widget->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

/// Undo and redo are the document's, not each field's own.
bool PartForm::eventFilter(QObject* watched, QEvent* event)
{
    if (!undoKeyOf(*event))
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace hookworks
