// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/tree_design.h"

#include "ui/reports/component_palette.h"
#include "ui/reports/outline_pane.h"
#include "ui/reports/page_pane.h"
#include "ui/reports/part_form.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/form.h"
#include "ui/widgets/tokens.h"

#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>

namespace hookworks {

namespace {

constexpr double leftWidth = 226;
constexpr double middleWidth = 580;
constexpr double formWidth = 330;

} // namespace

TreeDesign::TreeDesign(ReportDocument& document, const ProviderProfile& profile, QWidget* parent)
    : DesignView(parent)
    , m_document(document)
    , m_profile(profile)
    , m_outline(new OutlinePane(document, profile))
    , m_palette(new ComponentPalette(profile))
    , m_form(new PartForm(document, profile))
    , m_page(new PagePane(document, profile))
    , m_splitter(new QSplitter)
    , m_noJson(new EmptyPage(QStringLiteral("x-office-document"),
                             tr("The text of this report is no JSON, so there is nothing to design."),
                             tr("Show the text")))
{
    auto* left = new QSplitter(Qt::Vertical);
    left->setObjectName(QStringLiteral("outlineAndPalette"));
    left->setChildrenCollapsible(false);
    left->addWidget(m_outline);
    left->addWidget(m_palette);
    left->setStretchFactor(0, 1);
    left->setSizes({scaled(400), scaled(280)});
    m_splitter->setObjectName(QStringLiteral("designParts"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_page);
    m_splitter->addWidget(scrolling(m_form));
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({scaled(leftWidth), scaled(middleWidth), scaled(formWidth)});
    m_noJson->setObjectName(QStringLiteral("noJson"));
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_splitter);
    stack->addWidget(m_noJson);
    setFocusProxy(m_outline);
    connectParts();
}

void TreeDesign::connectParts()
{
    connect(m_noJson, &EmptyPage::stepWanted, this, &DesignView::jsonWanted);
    connect(m_outline, &OutlinePane::said, this, &DesignView::said);
    connect(m_outline, &OutlinePane::chosen, this, [this] {
        showChosen();
        emit chosen(m_outline->current());
    });
    connect(m_palette, &ComponentPalette::wanted, this, &TreeDesign::add);
    connect(m_form, &PartForm::leftBehind, m_outline, [this] { m_outline->setFocus(Qt::OtherFocusReason); });
    connect(&m_document, &ReportDocument::stepped, this, [this](const JsonPath& place) {
        if (!isVisible()) // another design, or the text alone
            return;
        m_outline->settle(place);
        showChosen();
    });
    connect(m_page, &PagePane::said, this, &DesignView::said);
    connect(m_page, &PagePane::moveWanted, this, &TreeDesign::move);
    connect(m_page, &PagePane::chosen, this, [this](const JsonPath& path) {
        if (!m_outline->select(path))
            return;
        showChosen();
        emit chosen(path);
    });
}

void TreeDesign::refresh()
{
    auto* stack = static_cast<QStackedLayout*>(layout());
    stack->setCurrentIndex(m_document.value() && m_document.value()->isObject() ? 0 : 1);
    if (stack->currentIndex() != 0)
        return;
    m_outline->refresh();
    m_page->refresh();
    showChosen();
}

void TreeDesign::setProblems(const QList<DesignProblem>& problems)
{
    m_problems = problems;
    m_form->setProblems(problems);
}

bool TreeDesign::goTo(const QString& path)
{
    const auto place = JsonPath::parse(path);
    if (!place || !m_document.value())
        return false;
    const JsonPath part = partOf(m_profile, *m_document.value(), *place);
    if (!m_outline->select(part))
        return false;
    showChosen();
    return m_form->focusField(*place) || *place == part;
}

void TreeDesign::select(const JsonPath& path)
{
    if (!m_document.value())
        return;
    const JsonPath part = partOf(m_profile, *m_document.value(), path);
    if (part != m_outline->current() && m_outline->select(part))
        showChosen();
}

void TreeDesign::setBeside(bool beside)
{
    m_page->setVisible(!beside);
}

QList<QAction*> TreeDesign::exportActions() const
{
    return m_page->exportActions();
}

void TreeDesign::showChosen()
{
    const DesignPart* part = m_outline->currentPart();
    if (!part || !m_document.value())
        return;
    m_palette->setPlace(insertPlace(m_profile, *m_document.value(), m_outline->current()));
    m_page->setChosen(part->kind == DesignPart::Kind::Component ? m_outline->current() : JsonPath());
    m_form->show(m_outline->current(), *part, themeColours());
    m_form->setProblems(m_problems);
}

void TreeDesign::add(const QString& typeName)
{
    const ComponentType* type = m_profile.component(typeName);
    if (!type || !m_document.value())
        return;
    const InsertPlace place = insertPlace(m_profile, *m_document.value(), m_outline->current());
    m_outline->insert(textLike(m_document.text(), newComponent(*type)), place, tr("Add %1").arg(type->title));
    m_form->begin();
}

/// Beside another one, in that one's list.
void TreeDesign::move(const JsonPath& part, const JsonPath& beside, bool behind)
{
    const auto index = indexIn(beside);
    if (index && indexIn(part))
        m_outline->move(part, parentOf(beside), *index + (behind ? 1 : 0));
}

/// As the page shows them: the theme's with what the report sets in their place.
QHash<QString, QString> TreeDesign::themeColours() const
{
    QHash<QString, QString> colours;
    if (!m_document.value())
        return colours;
    const PaperTheme theme = paperTheme(m_profile, *m_document.value());
    for (auto it = theme.colours.cbegin(); it != theme.colours.cend(); ++it)
        colours.insert(it.key(), it.value().name());
    return colours;
}

} // namespace hookworks
