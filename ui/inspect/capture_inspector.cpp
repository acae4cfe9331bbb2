// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/capture_inspector.h"

#include "ui/inspect/capture_row.h"
#include "ui/inspect/json_tree_model.h"
#include "ui/inspect/phase_chart.h"
#include "ui/inspect/state_label.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace hookworks {

namespace {

MonospaceView* view(const QString& name)
{
    auto* text = new MonospaceView;
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(name);
    return text;
}

QString oneLine(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes.left(2048)).simplified();
}

QString tlsWords(const TlsInfo& tls)
{
    const QString channel = QStringLiteral("%1, %2").arg(tls.version, tls.cipher);
    return tls.clientSubject.isEmpty()
               ? channel
               : CaptureInspector::tr("%1, the client is %2").arg(channel, tls.clientSubject.simplified());
}

bool isUnanswered(const Capture& capture)
{
    return capture.responseStatus == 0 && capture.fault.isEmpty();
}

/// Of a request that is none, or of an answer that did not get through.
QString problemWords(const Capture& capture)
{
    if (capture.valid)
        return capture.problem;
    const QString problem =
        capture.problemOffset
            ? CaptureInspector::tr("%1 (At byte %2.)").arg(capture.problem).arg(*capture.problemOffset)
            : capture.problem;
    return isUnanswered(capture) ? CaptureInspector::tr("Not answered: %1").arg(problem)
                                 : CaptureInspector::tr("Refused: %1").arg(problem);
}

QString ruleWords(const Capture& capture, const QString& answer)
{
    if (isUnanswered(capture))
        return capture.rule.isEmpty()
                   ? CaptureInspector::tr("Not answered")
                   : CaptureInspector::tr("Not answered; the rule was “%1”").arg(capture.rule);
    return capture.rule.isEmpty()
               ? CaptureInspector::tr("Answered %1, by no rule").arg(answer)
               : CaptureInspector::tr("Answered %1, by the rule “%2”").arg(answer, capture.rule);
}

/// From there to the end of the line, or the line where that is nothing.
void select(QPlainTextEdit& text, qsizetype position)
{
    QTextCursor cursor(text.document());
    cursor.setPosition(static_cast<int>(position));
    cursor.movePosition(QTextCursor::EndOfLine, QTextCursor::KeepAnchor);
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::LineUnderCursor);
    text.setTextCursor(cursor);
}

} // namespace

CaptureInspector::CaptureInspector(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_empty(selectableLabel())
    , m_title(new StateLabel)
    , m_match(new QPushButton)
    , m_forward(new QPushButton(tr("Forward again")))
    , m_facts(selectableLabel())
    , m_bodyNote(selectableLabel())
    , m_phases(new PhaseChart)
    , m_tabs(new QTabWidget)
    , m_bodyTabs(new QTabWidget)
    , m_pretty(view(tr("Indented body")))
    , m_raw(view(tr("Raw body")))
    , m_hex(view(tr("Body in hex")))
    , m_answer(view(tr("Answer")))
    , m_head(view(tr("Head as received")))
    , m_tree(new QTreeView)
    , m_json(new JsonTreeModel(this))
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_match->setObjectName(QStringLiteral("openAttempt"));
    m_forward->setObjectName(QStringLiteral("forwardAgain"));
    m_facts->setObjectName(QStringLiteral("captureFacts"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeOverview(), tr("Overview"));
    m_headers = addPairs(tr("Headers"));
    m_query = addPairs(tr("Query"));
    m_body = makeBody();
    m_tabs->addTab(m_body, tr("Body"));
    m_form = addPairs(tr("Form"));
    m_tabs->addTab(m_answer, tr("Answer"));
    auto* shown = new QWidget;
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_forward);
    top->addWidget(m_match);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    connect(m_match, &QPushButton::clicked, this, [this] {
        if (m_delivery)
            emit deliveryRequested(*m_delivery);
    });
    connect(m_forward, &QPushButton::clicked, this, [this] {
        if (m_shown)
            emit forwardRequested(*m_shown);
    });
    clear(tr("Choose a capture to see it byte for byte."));
}

QWidget* CaptureInspector::makeOverview()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_facts);
    column->addWidget(m_phases);
    column->addWidget(m_head, 1);
    return page;
}

QWidget* CaptureInspector::makeBody()
{
    m_tree->setModel(m_json);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Body as a tree"));
    m_tree->header()->setObjectName(QStringLiteral("jsonColumns"));
    setMonospace(*m_tree);
    m_bodyTabs->setDocumentMode(true);
    m_bodyTabs->addTab(m_tree, tr("Tree"));
    m_bodyTabs->addTab(m_pretty, tr("Indented"));
    m_bodyTabs->addTab(m_raw, tr("Raw"));
    m_bodyTabs->addTab(m_hex, tr("Hex"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_bodyNote);
    column->addWidget(m_bodyTabs, 1);
    return page;
}

QTableWidget* CaptureInspector::addPairs(const QString& title)
{
    auto* table = new QTableWidget(0, 2);
    table->setAccessibleName(title);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->resizeSection(0, 180);
    setMonospace(*table);
    m_tabs->addTab(table, title);
    return table;
}

void CaptureInspector::clear(const QString& sentence)
{
    m_shown.reset();
    m_empty->setText(sentence);
    m_stack->setCurrentIndex(0);
}

void CaptureInspector::showCapture(const Capture& capture)
{
    m_shown = capture.id;
    m_delivery = capture.delivery;
    m_stack->setCurrentIndex(1);
    showOverview(capture);
    NameValues fields;
    for (const Header& field : capture.headers.fields)
        fields.append({oneLine(field.name), shownText(field.value)});
    for (const Header& field : capture.trailers.fields)
        fields.append({tr("%1 (trailer)").arg(oneLine(field.name)), shownText(field.value)});
    fill(*m_headers, fields);
    const NameValues query = queryOf(capture.target), form = formParts(capture.headers, capture.body);
    fill(*m_query, query);
    fill(*m_form, form);
    setTabText(m_headers, tr("Headers"), fields.size());
    m_tabs->setTabVisible(m_tabs->indexOf(m_query), !query.isEmpty());
    setTabText(m_query, tr("Query"), query.size());
    m_tabs->setTabVisible(m_tabs->indexOf(m_form), !form.isEmpty());
    setTabText(m_form, tr("Form"), form.size());
    m_answer->setPlainText(shownAnswer(capture.response));
    showBody(capture);
}

QString CaptureInspector::shownAnswer(const AnswerBytes& answer)
{
    if (answer.isEmpty())
        return tr("Nothing was answered.");
    const QByteArray shown = answer.body.left(shownBodyBytes);
    const QString note = cutNote(shown.size(), answer.body.size());
    const QString text = shownText(answer.head + shown).remove(u'\r');
    return note.isEmpty() ? text : text + QStringLiteral("\n\n") + note;
}

void CaptureInspector::setTabText(QWidget* tab, const QString& title, qsizetype count)
{
    m_tabs->setTabText(m_tabs->indexOf(tab), tr("%1 %2").arg(title).arg(count));
}

void CaptureInspector::showOverview(const Capture& capture)
{
    const CaptureRow row = rowOf(capture);
    const bool well = capture.valid && capture.fault.isEmpty() && capture.responseStatus / 100 == 2;
    m_title->setText(well ? StateKind::Delivered : StateKind::Failed,
                     tr("%1  %2 %3").arg(capture.id.toString(), row.method, row.target));
    m_match->setVisible(capture.delivery.has_value());
    if (capture.delivery)
        m_match->setText(
            tr("Open %1, attempt %2").arg(capture.delivery->toString()).arg(capture.attemptNumber));
    QStringList facts{tr("Received %1 from %2").arg(exactTime(capture.receivedAt), capture.remote)};
    if (!capture.problem.isEmpty())
        facts << problemWords(capture);
    facts << tr("HTTP/%1, %2 on the wire, %3 of body")
                 .arg(oneLine(capture.version), QLocale().formattedDataSize(capture.wireBytes),
                      QLocale().formattedDataSize(capture.bodyBytes));
    if (capture.tls)
        facts << tlsWords(*capture.tls);
    if (capture.valid || !isUnanswered(capture)) // else that was said
        facts << ruleWords(capture, answerWords(row));
    if (!capture.forwardedTo.isEmpty())
        facts << (capture.forwardError.isEmpty()
                      ? tr("Forwarded to %1").arg(capture.forwardedTo)
                      : tr("Forwarded to %1, in vain: %2").arg(capture.forwardedTo, capture.forwardError));
    m_facts->setText(facts.join(u'\n'));
    m_phases->setPhases(phasesOf(capture));
    m_head->setPlainText(shownText(capture.head).remove(u'\r'));
    if (capture.problemOffset && *capture.problemOffset < capture.head.size())
        select(*m_head, shownPosition(capture.head, *capture.problemOffset));
}

/// The tree and the indented text are there only for a body that is JSON.
void CaptureInspector::showBody(const Capture& capture)
{
    const QByteArray shown = capture.body.left(shownBodyBytes);
    const auto json =
        capture.body.size() <= shownBodyBytes ? readJson(capture.body) : tl::unexpected(JsonProblem());
    m_json->setValue(json ? *json : JsonValue());
    m_tree->expandToDepth(1);
    m_tree->resizeColumnToContents(0);
    m_bodyTabs->setTabVisible(0, json.has_value());
    m_bodyTabs->setTabVisible(1, json.has_value());
    m_pretty->setPlainText(json ? QString::fromUtf8(prettyJson(*json)) : QString());
    m_raw->setPlainText(shownText(shown).remove(u'\r'));
    m_hex->setPlainText(hexDump(capture.body));
    const QString note =
        capture.body.isEmpty()
            ? tr("No body.")
            : cutNote(shown.size(), std::max<qsizetype>(capture.body.size(), capture.bodyBytes));
    m_bodyNote->setText(note);
    m_bodyNote->setVisible(!note.isEmpty());
    if (!json && m_bodyTabs->currentIndex() < 2)
        m_bodyTabs->setCurrentIndex(2);
}

void CaptureInspector::fill(QTableWidget& table, const NameValues& pairs)
{
    table.setRowCount(static_cast<int>(pairs.size()));
    for (int row = 0; row < pairs.size(); ++row) {
        auto* name = new QTableWidgetItem(pairs[row].first);
        auto* value = new QTableWidgetItem(pairs[row].second);
        value->setToolTip(plainToolTip(pairs[row].second));
        table.setItem(row, 0, name);
        table.setItem(row, 1, value);
    }
}

} // namespace hookworks
