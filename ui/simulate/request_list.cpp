// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/request_list.h"

#include "ui/widgets/empty_page.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

QLabel* caption(const QString& text)
{
    auto* label = new QLabel(text);
    label->setFont(captionFont(label->font()));
    return label;
}

QWidget* column(std::initializer_list<QWidget*> widgets)
{
    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    return all;
}

} // namespace

RequestList::RequestList(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPage(QStringLiteral("network-server"), tr("No webhook takes this event."),
                            tr("Add a webhook")))
    , m_title(wrappedLabel())
    , m_bodyNote(wrappedLabel())
    , m_problem(wrappedLabel())
    , m_list(new QListWidget)
    , m_head(new MonospaceView)
    , m_body(new JsonEditor)
    , m_restore(new QPushButton(tr("Back to the rendered body")))
{
    arrange();
    connect(m_empty, &EmptyPage::stepWanted, this, &RequestList::webhookWanted);
    connect(m_list, &QListWidget::currentRowChanged, this, &RequestList::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            emit changed();
    });
    connect(m_body, &JsonEditor::edited, this, &RequestList::takeBody);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        setEditedBody(std::nullopt);
        emit bodyEdited();
        emit changed();
    });
    setEditedBody(std::nullopt);
}

void RequestList::arrange()
{
    m_list->setAccessibleName(tr("Requests"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(14, 14));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setObjectName(QStringLiteral("requestList"));
    m_head->setAccessibleName(tr("Request head"));
    m_body->setAccessibleName(tr("Body"));
    m_problem->hide();
    auto* bodyRow = new QWidget;
    auto* row = new QHBoxLayout(bodyRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(caption(tr("Body, the same for all")));
    row->addWidget(m_bodyNote, 1);
    row->addWidget(m_restore);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("simulateRequests"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(column({m_title, m_list, m_problem}));
    splitter->addWidget(column({caption(tr("Head")), m_head}));
    splitter->addWidget(column({bodyRow, m_body}));
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 5);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

QString RequestList::titleWords() const
{
    QStringList parts{tr("Requests: %1").arg(m_preview.requests.size())};
    if (m_preview.switchedOff > 0)
        parts << tr("subscribed but off: %1").arg(m_preview.switchedOff);
    if (m_preview.notSubscribed > 0)
        parts << tr("not subscribed: %1").arg(m_preview.notSubscribed);
    return parts.join(QStringLiteral(" · "));
}

void RequestList::showPreview(const EventPreview& preview)
{
    m_preview = preview;
    const bool none = preview.requests.isEmpty();
    m_empty->setSentence(preview.switchedOff > 0 ? tr("Every webhook that takes this event is off.")
                                                 : tr("No webhook takes this event."));
    m_stack->setCurrentIndex(none ? 1 : 0);
    m_title->setText(titleWords());
    fillList();
    showCurrent();
    emit changed();
}

void RequestList::showProblem(const QString& words)
{
    m_preview = {};
    m_empty->setSentence(words);
    m_stack->setCurrentIndex(1);
    emit changed();
}

void RequestList::fillList()
{
    m_filling = true;
    const int current = std::max(0, m_list->currentRow());
    QSet<qint64> unticked;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Unchecked)
            unticked << m_list->item(i)->data(Qt::UserRole).toLongLong();
    }
    m_list->clear();
    for (const RequestPreview& preview : std::as_const(m_preview.requests)) {
        const QString url = preview.request.url.isEmpty() ? preview.webhook.url : preview.request.url;
        auto* item = new QListWidgetItem(QStringLiteral("%1   %2").arg(preview.webhook.name, url), m_list);
        item->setData(Qt::UserRole, preview.webhook.id.number);
        item->setCheckState(unticked.contains(preview.webhook.id.number) ? Qt::Unchecked : Qt::Checked);
        item->setToolTip(plainToolTip(preview.problem.isEmpty() ? url : preview.problem));
        if (!preview.problem.isEmpty())
            item->setIcon(stateIcon(StateKind::Failed));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_filling = false;
}

void RequestList::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_preview.requests.size())
        return;
    const RequestPreview& preview = m_preview.requests[row];
    QByteArray head = preview.head;
    head.replace("\r\n", "\n");
    m_head->setPlainText(QString::fromUtf8(head).trimmed());
    m_problem->setText(preview.problem.isEmpty() ? preview.policy : preview.problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (!m_edited)
        m_body->setText(preview.request.body.isEmpty() ? m_preview.payload : preview.request.body);
}

void RequestList::takeBody()
{
    setEditedBody(m_body->text());
    emit bodyEdited();
    emit changed();
}

void RequestList::setEditedBody(const std::optional<QByteArray>& body)
{
    m_edited = body;
    m_restore->setVisible(body.has_value());
    m_bodyNote->setText(body ? tr("edited: it goes out exactly as it stands here") : QString());
    if (body)
        m_body->setText(*body);
    else
        showCurrent();
}

QList<WebhookId> RequestList::chosen() const
{
    QList<WebhookId> ids;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            ids << WebhookId{m_list->item(i)->data(Qt::UserRole).toLongLong()};
    }
    return ids.size() == m_list->count() ? QList<WebhookId>() : ids;
}

bool RequestList::canSend() const
{
    if (m_preview.requests.isEmpty())
        return false;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            return true;
    }
    return false;
}

} // namespace hookworks
