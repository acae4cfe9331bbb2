// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/page_pane.h"

#include "ui/paper/paper_export.h"
#include "ui/paper/paper_view.h"
#include "ui/reports/report_document.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/session/saved_file.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

PagePane::PagePane(const ReportDocument& document, const ProviderProfile& profile, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_layout(profile)
    , m_where(new ElidedLabel({}, Face::Strong, Colour::Quiet))
    , m_approximation(new Badge({tr("an approximation"), {}}))
    , m_zoom(makeZoom())
    , m_view(new PaperView)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_view, 1);
    setMinimumWidth(scaled(220));
    makeExports();
    connect(m_view, &PaperView::chosen, this, &PagePane::chosen);
    connect(m_view, &PaperView::moveWanted, this, &PagePane::moveWanted);
    connect(m_view, &PaperView::scrolled, this, &PagePane::showWhere);
    connect(m_view, &PaperView::zoomChanged, this, [this](double zoom) {
        m_zoom->setText(zoom > 0 ? tr("%1 %").arg(qRound(zoom * 100)) : tr("Fit width"));
        showWhere();
    });
}

QWidget* PagePane::makeHead()
{
    auto* head = new PaneHeader({});
    head->addWidget(m_where, 1);
    head->addWidget(m_approximation);
    head->addWidget(m_zoom);
    return head;
}

QToolButton* PagePane::makeZoom()
{
    auto* button = new QToolButton;
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setText(tr("Fit width"));
    button->setAccessibleName(tr("Zoom"));
    button->setFocusPolicy(Qt::StrongFocus);
    setLook(*button, ButtonLook::Quiet);
    auto* menu = new QMenu(button);
    menu->addAction(tr("Fit width"), this, [this] { m_view->setZoom(0); });
    for (const int percent : {50, 80, 100, 150, 200})
        menu->addAction(tr("%1 %").arg(percent), this, [this, percent] { m_view->setZoom(percent / 100.0); });
    button->setMenu(menu);
    return button;
}

void PagePane::makeExports()
{
    for (const char* kind : {"PDF", "PNG", "SVG"}) {
        const QString name = QString::fromLatin1(kind);
        auto* action = new QAction(tr("The pages as %1…").arg(name), this);
        connect(action, &QAction::triggered, this, [this, name] { exportPages(name); });
        m_exports << action;
    }
}

void PagePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

/// In a narrow pane the page's number is what one needs.
void PagePane::fitHead()
{
    const int wanted = m_where->sizeHint().width() + m_approximation->sizeHint().width() +
                       m_zoom->sizeHint().width() + 2 * space::wide + 3 * space::tight;
    m_approximation->setVisible(wanted <= width());
}

void PagePane::refresh()
{
    m_stale = true;
    if (isVisible())
        layOut();
}

void PagePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        layOut();
}

void PagePane::layOut()
{
    if (!m_document.value())
        return;
    m_stale = false;
    m_view->setPaper(m_layout.layOut(*m_document.value(), m_document.text()));
    showWhere();
}

void PagePane::showWhere()
{
    m_where->setText(tr("Page %1 of %2 · A4").arg(m_view->pageShown() + 1).arg(m_view->paper().pages.size()));
    fitHead();
}

void PagePane::setChosen(const JsonPath& path)
{
    m_view->setChosen(path.steps.isEmpty() ? std::nullopt : std::optional(path));
}

QString PagePane::titleOfReport() const
{
    const JsonValue* title =
        m_document.at(JsonPath().child(QStringLiteral("options")).child(QStringLiteral("report_title")));
    return title && title->isString() && !title->text.isEmpty() ? title->text : tr("Report");
}

void PagePane::exportPages(const QString& kind)
{
    const QString ending = kind.toLower();
    auto* dialog =
        new QFileDialog(window(), tr("Export the pages"),
                        documentsFolder() + u'/' + titleOfReport().replace(u'/', u'-') + u'.' + ending,
                        QStringLiteral("%1 (*.%2)").arg(kind, ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString& file) { write(kind, file); });
    dialog->open();
}

/// A PNG and an SVG have one page each: further ones go into files beside, `name-2.png`.
void PagePane::write(const QString& kind, const QString& file)
{
    if (m_stale)
        layOut();
    const Paper& paper = m_view->paper();
    const size_t files = kind == u"PDF" ? 1 : paper.pages.size();
    for (size_t page = 0; page < files; ++page) {
        const QFileInfo info(file);
        const QString name = page == 0 ? file
                                       : info.path() + u'/' + info.completeBaseName() + u'-' +
                                             QString::number(page + 1) + u'.' + info.suffix();
        const QByteArray bytes = kind == u"PDF"   ? paperAsPdf(paper, titleOfReport())
                                 : kind == u"PNG" ? pageAsPng(paper, page)
                                                  : pageAsSvg(paper, page, titleOfReport());
        if (const auto saved = saveFile(name, bytes); !saved) {
            emit said(saved.error().message + u' ' + saved.error().detail);
            return;
        }
    }
    emit said(tr("Exported to %1").arg(file));
}

} // namespace hookworks
