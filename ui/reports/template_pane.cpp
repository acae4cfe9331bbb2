// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/template_pane.h"

#include "ui/widgets/html_editor.h"
#include "ui/widgets/safe_html_view.h"
#include "ui/widgets/sheet_ground.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr std::chrono::milliseconds previewDelay{150};

QWidget* headOf(const QString& title, QLabel* note)
{
    auto* head = new QWidget;
    head->setFixedHeight(sized(Size::PaneHeader));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::wide, 0, space::wide, 0);
    row->addWidget(new ElidedLabel(title, Face::Strong));
    note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it gives way, and is whole on hover
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(note, 1);
    return head;
}

QWidget* halfOf(QWidget* head, QWidget* body)
{
    auto* half = new QWidget;
    auto* column = new QVBoxLayout(half);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(body, 1);
    return half;
}

} // namespace

TemplatePane::TemplatePane(QWidget* parent)
    : QWidget(parent)
    , m_place(new QWidget)
    , m_preview(new SafeHtmlView)
    , m_lines(new ElidedLabel({}, Face::Caption, Colour::Quiet))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setObjectName(QStringLiteral("templateHalves"));
    halves->setChildrenCollapsible(false);
    halves->addWidget(halfOf(headOf(tr("Template HTML"), m_lines), m_place));
    halves->addWidget(
        halfOf(headOf(tr("Preview"), new ElidedLabel(tr("Scripts, links and remote images are off"),
                                                     Face::Caption, Colour::Quiet)),
               new SheetGround(m_preview)));
    halves->setSizes({scaled(240), scaled(360)});
    column->addWidget(halves);
    m_preview->setAccessibleName(tr("Preview of the template"));
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(previewDelay);
    connect(&m_previewDelay, &QTimer::timeout, this, &TemplatePane::showPreview);
}

void TemplatePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    makeEditor();
}

void TemplatePane::makeEditor()
{
    if (m_editor)
        return;
    m_editor = new HtmlEditor;
    m_editor->setText(m_html);
    m_place->layout()->addWidget(m_editor);
    countLines();
    showPreview();
    connect(m_editor, &HtmlEditor::edited, this, [this] {
        m_html = m_editor->text();
        m_previewDelay.start();
        countLines();
        emit edited(m_html);
    });
    connect(m_editor, &HtmlEditor::undoWanted, this, &TemplatePane::undoWanted);
    connect(m_editor, &HtmlEditor::redoWanted, this, &TemplatePane::redoWanted);
}

void TemplatePane::setHtml(const QString& html)
{
    if (html == m_html)
        return;
    m_html = html;
    if (!m_editor)
        return;
    m_editor->setText(html);
    countLines();
    m_previewDelay.start();
}

void TemplatePane::focusEditor()
{
    makeEditor();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void TemplatePane::countLines()
{
    const int lines = m_editor->lines();
    m_lines->setText(lines == 1 ? tr("1 line") : tr("%L1 lines").arg(lines));
}

void TemplatePane::showPreview()
{
    m_preview->show(m_html);
}

} // namespace hookworks
