// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/property_form.h"

#include "ui/reports/outline.h"
#include "ui/reports/report_document.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undo_keys.h"
#include "workbench/design/designer.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace hookworks {

namespace {

bool isLong(const JsonMember& member)
{
    return member.value.isString() &&
           (member.value.text.contains(u'\n') || member.value.text.size() > 90 ||
            member.key.contains(u"html", Qt::CaseInsensitive) || member.key.contains(u"markdown"));
}

bool isCode(const QString& key)
{
    return key.contains(u"html", Qt::CaseInsensitive) || key.contains(u"url", Qt::CaseInsensitive) ||
           key.endsWith(u"id", Qt::CaseInsensitive);
}

bool isSecret(const QString& key)
{
    return key.contains(u"auth", Qt::CaseInsensitive) || key.contains(u"token", Qt::CaseInsensitive);
}

/// What was typed as the kind that was there: a number stays one while it reads as one.
JsonValue typedValue(const QString& text, JsonValue::Kind kind)
{
    if (kind == JsonValue::Kind::Number) {
        if (const auto number = readJson(text.trimmed().toUtf8()); number && number->isNumber())
            return *number;
    }
    if (kind == JsonValue::Kind::Null && text.isEmpty())
        return {};
    return JsonValue::string(text);
}

QString shapeOf(const JsonValue& part)
{
    QString shape;
    for (const JsonMember& member : part.members)
        shape += member.key + (member.value.isBool() ? u'?' : isLong(member) ? u'!' : u':');
    return shape;
}

} // namespace

PropertyForm::PropertyForm(ReportDocument& document, Now now, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_now(std::move(now))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    m_column->addStretch();
}

void PropertyForm::show(const JsonPath& path)
{
    const JsonValue* part = m_document.value() ? valueAt(*m_document.value(), path) : nullptr;
    setEnabled(part != nullptr);
    if (!part)
        return;
    const QString shape = path.toString() + shapeOf(*part);
    m_path = path;
    if (shape != m_shape)
        build(*part);
    m_shape = shape;
    fill(*part);
}

void PropertyForm::setProblems(const QList<DesignProblem>& problems)
{
    QHash<QString, QString> said;
    for (const DesignProblem& problem : problems)
        said.insert(problem.path, problem.message);
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (it->problem->problem() != said.value(it.key()))
            it->problem->setProblem(said.value(it.key()));
    }
}

bool PropertyForm::focusField(const QString& path)
{
    const auto field = m_fields.constFind(path);
    if (field == m_fields.cend())
        return false;
    field->widget->setFocus(Qt::OtherFocusReason);
    return true;
}

void PropertyForm::build(const JsonValue& part)
{
    m_fields.clear();
    delete m_form;
    m_form = new Form;
    m_column->insertWidget(0, m_form);
    for (const JsonMember& member : part.members)
        addField(member);
    if (m_fields.isEmpty())
        m_form->addWide(quietLabel(part.isArray()
                                       ? tr("Choose an entry of this list at the left, or add one.")
                                       : tr("This part has no properties yet; add them in the JSON.")));
}

void PropertyForm::fill(const JsonValue& part)
{
    m_filling = true;
    for (const JsonMember& member : part.members) {
        const auto field = m_fields.constFind(m_path.child(member.key).toString());
        if (field != m_fields.cend())
            field->fill(member.value);
    }
    m_filling = false;
}

void PropertyForm::addField(const JsonMember& member)
{
    if (member.value.isObject())
        return;
    const JsonPath path = m_path.child(member.key);
    Field field;
    if (member.value.isArray()) {
        if (member.value.items.empty() || member.value.items.front().isObject())
            return;
        auto* text = new QLabel(
            tr("%n values, edited in the JSON", nullptr, static_cast<int>(member.value.items.size())));
        field = {text, nullptr, [](const JsonValue&) {}};
    } else if (member.value.isBool()) {
        field = tickField(member, path);
    } else {
        field = isLong(member) ? longField(path, isCode(member.key)) : lineField(member, path);
    }
    field.widget->setObjectName(path.toString());
    field.widget->installEventFilter(this);
    field.problem = m_form->addRow(labelOf(member.key), field.widget);
    m_fields.insert(path.toString(), field);
}

PropertyForm::Field PropertyForm::lineField(const JsonMember& member, const JsonPath& path)
{
    auto* line = new QLineEdit;
    if (isCode(member.key))
        setMonospace(*line);
    if (isSecret(member.key))
        line->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    if (member.value.isNull())
        line->setPlaceholderText(tr("Not set"));
    connect(line, &QLineEdit::textEdited, this, [this, path](const QString& text) {
        const JsonValue* now = m_document.value() ? valueAt(*m_document.value(), path) : nullptr;
        if (now)
            m_document.setValue(path, typedValue(text, now->kind));
    });
    return {line, nullptr, [line](const JsonValue& value) {
                const QString text = value.isNull() ? QString() : leafText(value);
                if (line->text() != text)
                    line->setText(text);
            }};
}

PropertyForm::Field PropertyForm::longField(const JsonPath& path, bool code)
{
    auto* box = new QPlainTextEdit;
    box->setTabChangesFocus(true);
    box->setFixedHeight(fontMetrics().lineSpacing() * 7 + 12);
    if (code)
        setMonospace(*box);
    connect(box, &QPlainTextEdit::textChanged, this, [this, box, path] {
        if (!m_filling)
            m_document.setValue(path, JsonValue::string(box->toPlainText()));
    });
    return {box, nullptr, [box](const JsonValue& value) {
                if (box->toPlainText() != value.text)
                    box->setPlainText(value.text);
            }};
}

PropertyForm::Field PropertyForm::tickField(const JsonMember& member, const JsonPath& path)
{
    auto* box = new QCheckBox;
    box->setAccessibleName(labelOf(member.key));
    connect(box, &QCheckBox::clicked, this,
            [this, path](bool on) { m_document.setValue(path, JsonValue::boolean(on)); });
    return {box, nullptr, [box](const JsonValue& value) { box->setChecked(value.flag); }};
}

/// Undo and redo are the document's, not each field's own.
bool PropertyForm::eventFilter(QObject* watched, QEvent* event)
{
    if (!undoKeyOf(*event))
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace hookworks
