// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mark.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/colour_field.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/file_field.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/headers_field.h"
#include "ui/widgets/html_editor.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/new_rows_button.h"
#include "ui/widgets/numbered_text.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/search_notice.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sheet_ground.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/time_fields.h"
#include "ui/widgets/toggle_chip.h"
#include "ui/widgets/turning_splitter.h"
#include "ui/widgets/two_part_line.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/verdict_badge.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// Terms are words with a colon; "wrong" is wrong.
class PlainWords final : public FilterLanguage
{
public:
    QList<int> finishedTerms(const QString& text) const override
    {
        QList<int> ends;
        for (qsizetype end = text.indexOf(u' '); end > 0; end = text.indexOf(u' ', end + 1))
            ends << static_cast<int>(end);
        return ends;
    }
    QList<FilterCompletion> completions(const QString&, int cursor) const override
    {
        return {{u"event:"_s, {}, cursor, 0}, {u"status:"_s, {}, cursor, 0}};
    }
    std::optional<FilterProblem> problem(const QString& text) const override
    {
        const qsizetype at = text.indexOf(u"wrong"_s);
        return at < 0 ? std::nullopt
                      : std::optional(FilterProblem{static_cast<int>(at), u"No field has this name"_s});
    }
};

QHBoxLayout* rowOf(const QList<QWidget*>& widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::normal);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QPushButton* button(const QString& text, ButtonLook look, bool enabled = true)
{
    auto* one = new QPushButton(text);
    setLook(*one, look);
    one->setEnabled(enabled);
    return one;
}

QComboBox* combo(const QStringList& items, bool enabled = true)
{
    auto* box = new QComboBox;
    box->addItems(items);
    box->setEnabled(enabled);
    return box;
}

QStandardItem* stateCell(StateKind kind, const QString& word)
{
    auto* item = new QStandardItem(word);
    item->setData(static_cast<int>(kind), CellStateRole);
    return item;
}

/// Its parts from edge to edge, one below the other.
QVBoxLayout* stackIn(QWidget& window)
{
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QString picture(const char* name, bool dark, int percent)
{
    const QString folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots");
    if (!QDir().mkpath(folder))
        qFatal("%s cannot be made.", qPrintable(folder));
    return u"%1/%2-%3-%4.png"_s.arg(folder, QLatin1String(name), dark ? u"dark"_s : u"light"_s).arg(percent);
}

/// Open, with something wrong.
class SampleDialog final : public FormDialog
{
public:
    explicit SampleDialog(QWidget* parent)
        : FormDialog(u"New listener"_s, parent)
    {
        form().addRow(u"&Name"_s, new QLineEdit(u"Staging"_s));
        form().addSection(u"HTTPS"_s);
        form().addUnlabelled(new QCheckBox(u"Receive over HTTPS"_s), u"A certificate is made for it."_s);
        addPart(new FoldSection(u"Limits"_s, new QWidget));
        addDeed(u"Add listener"_s);
        addSecondary(u"Export…"_s);
        problem().tell(u"Another listener has this name."_s, Severity::Error, {}, false);
        sayWhatWillHappen(u"It takes requests at http://127.0.0.1:8717 once you start it."_s);
    }
};

} // namespace

/// Every part of the kit in every state, in one window: light and dark, at 100 % and 150 %. The pictures are
/// made to be looked at; what can be checked by itself is checked in the parts' own tests.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartInEveryState_data();
    void everyPartInEveryState();
    void largerPartsInEveryState_data() { everyPartInEveryState_data(); }
    void largerPartsInEveryState();

private:
    void show(QWidget& window, const char* name);
    QWidget* strips();
    QWidget* fields();
    QWidget* texts();
    QWidget* controls();
    QWidget* form();
    QWidget* lists();
    QWidget* bars();
    QTableView* table();

    Theme m_theme{false};
    PlainWords m_words;
};

void GalleryTest::everyPartInEveryState_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light, 100 %") << false << 100;
    QTest::newRow("dark, 100 %") << true << 100;
    QTest::newRow("light, 150 %") << false << 150;
    QTest::newRow("dark, 150 %") << true << 150;
}

void GalleryTest::everyPartInEveryState()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const ScaledFont font(percent);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);

    QWidget window;
    auto* column = stackIn(window);
    column->addWidget(bars());
    auto* split = new QSplitter;
    split->addWidget(controls());
    split->addWidget(lists());
    column->addWidget(split, 1);
    window.findChild<QLineEdit*>(u"focused"_s)->setFocus();
    show(window, "gallery");
    auto* dialog = new SampleDialog(&window);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QVERIFY(dialog->grab().save(picture("gallery-dialog", dark, percent)));
}

void GalleryTest::largerPartsInEveryState()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const ScaledFont font(percent);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);

    QWidget window;
    auto* column = stackIn(window);
    column->addWidget(strips());
    auto* split = new TurningSplitter(800, {400, 600}, {300, 500});
    split->addWidget(fields());
    split->addWidget(texts());
    column->addWidget(split, 1);
    auto* undo = new UndoBar;
    column->addWidget(undo);
    undo->offer(u"Webhook “OneDrive” removed"_s, [] {});
    show(window, "gallery-larger");
    QVERIFY(undo->isVisible());
}

void GalleryTest::show(QWidget& window, const char* name)
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    window.setBackgroundRole(QPalette::Base);
    window.setAutoFillBackground(true);
    window.resize(scaled(1280), scaled(860));
    QVERIFY(showActive(window));
    const auto* json = window.findChild<JsonView*>();
    QTRY_VERIFY(!json || !json->shownText().isEmpty());
    QTest::qWait(300); // for the picture only
    QVERIFY(window.grab().save(picture(name, dark, percent)));
}

QWidget* GalleryTest::strips()
{
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setSpacing(space::normal);
    QList<QWidget*> verdicts;
    for (const Verdict verdict :
         {Verdict::First, Verdict::Fixed, Verdict::StillFailing, Verdict::Regressed, Verdict::StillPassing})
        verdicts << new Badge(verdictBadge(verdict));
    for (const CircuitState state : {CircuitState::Closed, CircuitState::Open, CircuitState::HalfOpen})
        verdicts << new IconMark(24, circuitIcon(state));
    verdicts << new CopyButton([] { return u"$.meta.rows"_s; });
    column->addLayout(rowOf(verdicts));
    auto* searching = new SearchNotice;
    searching->begin();
    searching->lookedBackTo(u"c831204"_s, 0);
    column->addWidget(searching);
    auto* unreadable = new SearchNotice;
    unreadable->begin();
    unreadable->end(12);
    column->addWidget(unreadable);
    return all;
}

QWidget* GalleryTest::fields()
{
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setSpacing(space::normal);
    column->addWidget(
        new FileField(u"Certificate"_s, u"/home/ann/certificates/staging/client.pem"_s, u"*.pem"_s));
    auto* headers = new HeadersField;
    headers->setLines(u"X-Tenant: acme\nX-Region: eu-west-1"_s);
    column->addWidget(headers);
    auto* list = table();
    list->setParent(all);
    list->setFixedHeight(scaled(160));
    auto* newRows = new NewRowsButton(*list);
    QTimer::singleShot(0, list, [list, newRows] { // once it is shown, and somebody has scrolled down
        list->scrollToBottom();
        newRows->setHeld(12);
    });
    column->addWidget(list);
    column->addStretch();
    return all;
}

QWidget* GalleryTest::texts()
{
    auto* tabs = new QSplitter(Qt::Vertical);
    auto* editor = new JsonEditor;
    editor->setText("{\n  \"title\": \"Weekly sales\",\n  \"rows\": 12,\n  \"components\": []\n}\n");
    editor->setProblems({{2, 12, Severity::Error, u"Too long"_s}, {3, 11, Severity::Warning, u"Not used"_s}});
    tabs->addWidget(editor);
    auto* numbered = new NumberedText;
    numbered->setPlainText(u"POST /hook HTTP/1.1\nHost: 127.0.0.1:8717\nContent-Length: 0\n"_s);
    numbered->setFirstNumber(98);
    tabs->addWidget(numbered);
    auto* sheet = new QLabel(u"Weekly sales"_s);
    sheet->setAlignment(Qt::AlignCenter);
    sheet->setFixedSize(scaled(240), scaled(120));
    sheet->setPalette(QPalette(Qt::white));
    sheet->setAutoFillBackground(true);
    tabs->addWidget(new SheetGround(sheet));
    return tabs;
}

QWidget* GalleryTest::bars()
{
    auto* all = new QWidget;
    auto* column = stackIn(*all);
    auto* bar = new PageBar(u"Deliveries"_s);
    auto* states = new SegmentedControl(u"State"_s);
    for (const QString& name : {u"All"_s, u"Waiting"_s, u"Failed"_s, u"Delivered"_s})
        states->addSegment(name);
    states->setCount(0, 1128);
    states->setCount(1, 3);
    states->setCount(2, 7, true);
    bar->addView(states);
    auto* filter = new FilterField(m_words);
    filter->setText(u"event:report.failed after:10m body.meta"_s);
    filter->setMatches(u"3 of 1,048,576 in 12 ms"_s);
    bar->setFilter(filter);
    bar->addSecondary(new QAction(u"Retry"_s, bar));
    auto* cancel = new QAction(u"Cancel"_s, bar);
    cancel->setEnabled(false);
    bar->addSecondary(cancel);
    auto* replay = new QAction(u"Replay…"_s, bar);
    bar->setPrimary(replay);
    bar->addRare(new QAction(u"Export…"_s, bar));
    column->addWidget(bar);
    auto* pane = new PaneHeader(u"Timeline"_s);
    pane->addButton(new QAction(u"Fit"_s, pane));
    pane->addButton(new QAction(u"What if…"_s, pane));
    pane->addRare(new QAction(u"Legend"_s, pane));
    column->addWidget(pane);
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
        auto* message = new InlineMessage;
        message->tell(u"Port 8717 is taken by another program"_s, severity, {u"Listen on 8718"_s, [] {}});
        column->addWidget(message);
    }
    return all;
}

QWidget* GalleryTest::form()
{
    auto* rows = new Form;
    auto* focused = new QLineEdit(u"http://127.0.0.1:9000/onedrive"_s);
    focused->setObjectName(u"focused"_s);
    rows->addRow(u"&URL"_s, focused, u"{listener} stands for the built-in listener"_s);
    auto* empty = new QLineEdit;
    empty->setPlaceholderText(u"none"_s);
    ProblemLabel* problem = rows->addRow(u"&Name"_s, empty);
    problem->setProblem(u"Another webhook has this name"_s);
    rows->addRow(u"&Provider"_s, combo({u"Hybiscus"_s}));
    rows->addRow(u"&Timeout"_s, new QSpinBox);
    auto* day = new DateField(QDate(2026, 11, 30));
    auto* time = new TimeField(QTime(8, 0));
    auto* zone = new ZoneField(QDateTime(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC));
    zone->setZone("Europe/Berlin");
    auto* when = new QWidget;
    auto* whenRow = new QHBoxLayout(when);
    whenRow->setContentsMargins(0, 0, 0, 0);
    for (QWidget* one : QList<QWidget*>{day, time, zone})
        whenRow->addWidget(one);
    rows->addRow(u"&From"_s, when);
    auto* tint = new ColourField({{u"Blue"_s, QColor(Qt::blue)}, {u"Red"_s, QColor(Qt::red)}});
    tint->setColour(Qt::blue);
    rows->addRow(u"&Colour"_s, tint);
    rows->addRow(u"&Headers"_s, new QPlainTextEdit(u"X-Tenant: acme"_s));
    return rows;
}

QWidget* GalleryTest::controls()
{
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setSpacing(space::normal);
    auto* withMenu = button(u"Export"_s, ButtonLook::Secondary);
    withMenu->setMenu(new QMenu(withMenu));
    column->addLayout(rowOf(
        {button(u"Send"_s, ButtonLook::Primary), button(u"Retry"_s, ButtonLook::Secondary), withMenu,
         button(u"Quiet"_s, ButtonLook::Quiet), button(u"Copy path"_s, ButtonLook::Link), new MoreButton}));
    column->addLayout(rowOf({button(u"Send"_s, ButtonLook::Primary, false),
                             button(u"Retry"_s, ButtonLook::Secondary, false),
                             button(u"Quiet"_s, ButtonLook::Quiet, false)}));
    QList<QWidget*> badges;
    for (const auto& [kind, words] : {std::pair{StateKind::Delivered, u"200"_s},
                                      {StateKind::Failed, u"503"_s},
                                      {StateKind::Waiting, u"Retrying"_s},
                                      {StateKind::Sending, u"Sending"_s},
                                      {StateKind::Planned, u"Held"_s},
                                      {StateKind::Unknown, u"Unknown"_s},
                                      {StateKind::Cancelled, u"Off"_s}})
        badges << new Badge({words, kind});
    badges << new Badge({u"Hybiscus"_s, {}});
    column->addLayout(rowOf(badges));
    auto* on = new Switch(u"On"_s);
    on->setChecked(true);
    auto* dead = new Switch(u"Not available"_s);
    dead->setEnabled(false);
    auto* ticked = new QCheckBox(u"Ticked"_s);
    ticked->setChecked(true);
    auto* some = new QCheckBox(u"Some"_s);
    some->setCheckState(Qt::PartiallyChecked);
    auto* radio = new QRadioButton(u"One"_s);
    radio->setChecked(true);
    column->addLayout(rowOf({on, new Switch(u"Off"_s), dead, ticked, new QCheckBox(u"Not ticked"_s), some,
                             radio, new QRadioButton(u"Other"_s)}));
    auto* chosen = new ToggleChip(u"report.completed"_s);
    chosen->setChecked(true);
    column->addLayout(rowOf({chosen, new ToggleChip(u"report.failed"_s)}));
    column->addWidget(form());
    auto* flow = new FoldSection(u"Flow"_s, new QLabel(u"content"_s));
    flow->setSummary(u"4 at once · no rate limit · circuit never opens"_s);
    column->addWidget(flow);
    auto* open = new FoldSection(u"Headers"_s, new QLabel(u"none of your own"_s));
    open->setOpen(true);
    column->addWidget(open);
    column->addStretch();
    return all;
}

QTableView* GalleryTest::table()
{
    auto* model = new QStandardItemModel(0, 5, this);
    model->setHorizontalHeaderLabels({u"State"_s, u"Event"_s, u"Target"_s, u"Attempts"_s, u"On"_s});
    const std::pair<StateKind, QString> states[] = {
        {StateKind::Waiting, u"Retrying"_s},   {StateKind::Delivered, u"Delivered"_s},
        {StateKind::Failed, u"Exhausted"_s},   {StateKind::Sending, u"Sending"_s},
        {StateKind::Planned, u"Held"_s},       {StateKind::Unknown, u"Outcome unknown"_s},
        {StateKind::Cancelled, u"Cancelled"_s}};
    for (const auto& [kind, word] : states) {
        auto* flag = new QStandardItem;
        flag->setCheckable(true);
        flag->setCheckState(kind == StateKind::Failed ? Qt::Unchecked : Qt::Checked);
        auto* state = stateCell(kind, word);
        if (const int row = model->rowCount(); row < markColours().size()) {
            state->setData(static_cast<int>(markColours()[row]), CellMarkRole);
            state->setData(row % 2 ? u"looked at with Ann"_s : QString(), CellNoteRole);
        }
        model->appendRow({state, new QStandardItem(u"report.failed"_s),
                          new QStandardItem(u"https://hooks.example.org/a/very/long/path/to/the/end"_s),
                          new QStandardItem(u"1 / 9"_s), flag});
    }
    auto* view = new QTableView;
    view->setModel(model);
    view->verticalHeader()->hide();
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setItemDelegateForColumn(0, new CellDelegate({}, view));
    view->setItemDelegateForColumn(1, new CellDelegate({}, view));
    view->setItemDelegateForColumn(2, new CellDelegate({Face::Code, Colour::Text, Qt::ElideMiddle}, view));
    view->setItemDelegateForColumn(3, new CellDelegate({.figures = true}, view));
    view->setItemDelegateForColumn(4, new CellDelegate({.isSwitch = true}, view));
    view->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    view->horizontalHeader()->setSortIndicatorShown(true);
    view->resizeColumnsToContents();
    view->setColumnWidth(2, scaled(180));
    view->selectRow(1);
    return view;
}

QWidget* GalleryTest::lists()
{
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(table());
    auto* tabs = new QTabWidget;
    auto* json = new JsonView;
    json->setBytes(
        R"({"event":"report.failed","task_id":"b9e574a9","meta":{"attempt":4,"amount":1.0,"ok":true},"items":[]})");
    tabs->addTab(json, u"Body"_s);
    tabs->addTab(new QWidget, u"Headers 9"_s);
    auto* html = new HtmlEditor;
    html->setText(u"<div class=\"report-master-meta\">\n  <h1>Weekly sales</h1> <!-- one -->\n</div>"_s);
    tabs->addTab(html, u"Template HTML"_s);
    auto* pages = new PagedText(u"Pages"_s);
    pages->setBytes(QByteArray("[1, 2, 3],\n").repeated(40'000), u"Shown in pages, to read only"_s);
    tabs->addTab(pages, u"Pages"_s);
    split->addWidget(tabs);
    auto* empty = new EmptyPage(u"insert-link"_s, u"A webhook tells an address when a report is done."_s,
                                u"New webhook"_s);
    empty->setHeading(u"No webhooks yet"_s);
    split->addWidget(empty);
    return split;
}

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
