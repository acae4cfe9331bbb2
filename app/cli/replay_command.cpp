// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/file_formats.h"
#include "cli/replay_printing.h"
#include "cli/where.h"
#include "cli/work_command.h"
#include "workbench/deliver/replay_run.h"
#include "workbench/inspect/differ.h"

#include <QElapsedTimer>
#include <QPointer>

#include <deque>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds progressEvery = 1s;
/// How long an interrupted series may take to cancel what waits.
constexpr auto longestStop = 2s;
constexpr int mostErrorsSaid = 10;

struct ReplayOptions
{
    QStringList sources;
    QString where, of, url, edit, policy, spacing;
    bool exact = false, fresh = false, secretFromInput = false, together = false, untilSuccess = false;
    std::optional<int> count;
    std::optional<double> rate, speed;
};

Result<ReplayPace> paceOf(const ReplayOptions& options)
{
    const int chosen =
        int(options.rate.has_value()) + int(!options.spacing.isEmpty()) + int(options.together);
    if (chosen > 1)
        return fail(ErrorCode::BadInput,
                    CliText::tr("--rate, --spacing, --together: one of them at a time."));
    if (options.together)
        return ReplayPace{ReplayPace::Kind::Together, 1};
    if (options.rate)
        return ReplayPace{ReplayPace::Kind::Rate, *options.rate};
    if (options.spacing.isEmpty())
        return ReplayPace{};
    if (options.spacing == QLatin1String("original"))
        return ReplayPace{ReplayPace::Kind::Spacing, 1};
    bool ok = false;
    const double factor = options.spacing.toDouble(&ok);
    if (!ok || !qIsFinite(factor) || factor <= 0)
        return fail(
            ErrorCode::BadInput,
            CliText::tr("--spacing: \"%1\" is neither original nor a number above 0, how many times as fast.")
                .arg(options.spacing));
    return ReplayPace{ReplayPace::Kind::Spacing, factor};
}

class ReplayCommand final : public WorkCommand
{
public:
    ReplayCommand(const CommandContext& context, const ReplayOptions& options)
        : WorkCommand(context, options.speed)
        , m_options(options)
    {
    }

    /// Nothing more is made, and what waits is cancelled.
    void cancel() override
    {
        if (!m_run)
            return finish(ExitStatus::Interrupted);
        m_interrupted = true;
        QTimer::singleShot(longestStop, this, [this] { finish(ExitStatus::Interrupted); });
        m_run->stop();
    }

protected:
    void work() override { prepare({}); }
    void goOnWith(const QList<Delivery>& deliveries) override { prepare(deliveries); }

private:
    void prepare(const QList<Delivery>& made)
    {
        const auto address = checkReplayAddress(m_options.url);
        const auto where = whereQueryUnless(m_options.sources, m_options.where);
        const auto pace = paceOf(m_options);
        const auto edit = readEdit();
        if (m_options.secretFromInput && m_options.edit == QLatin1String("-"))
            return fail({ErrorCode::BadInput,
                         CliText::tr("--edit - and --signing-secret-stdin both read standard input."),
                         {}});
        if (!address || !where || !pace || !edit)
            return fail(!address ? address.error()
                        : !where ? where.error()
                        : !pace  ? pace.error()
                                 : edit.error());
        m_series.each.edit = *edit;
        m_series.pace = *pace;
        m_series.made = made;
        if (where->isEverything())
            return begin(m_options.sources);
        whenAnswered(idsFound(workbench(), *this, *where, rowsChosen(m_options.of, *where)),
                     [this](const QStringList& ids) { begin(withoutOwn(ids)); });
    }

    /// Empty: nothing is edited.
    Result<QByteArray> readEdit() const
    {
        if (m_options.edit.isEmpty())
            return QByteArray();
        return readFile(m_options.edit)
            .and_then([](const QByteArray& json) {
                return Replayer::edited(Request(), json).map([&json](const Request&) { return json; });
            })
            .map_error([](Error error) {
                error.message.prepend(QStringLiteral("--edit: "));
                return error;
            });
    }

    /// What --where finds, when it goes on elsewhere, may be what it made itself.
    QStringList withoutOwn(const QStringList& ids) const
    {
        QSet<QString> own;
        for (const Delivery& delivery : m_series.made)
            own << delivery.id.toString();
        QStringList others;
        for (const QString& id : ids) {
            if (!own.contains(id))
                others << id;
        }
        return others;
    }

    void begin(const QStringList& sources)
    {
        m_series.sources = sources;
        m_series.untilSuccess = m_options.untilSuccess;
        ReplayChoice& each = m_series.each;
        each.url = m_options.url;
        each.exact = m_options.exact;
        each.fresh = m_options.fresh;
        if (m_options.secretFromInput)
            each.signingSecret = withoutNewline(context().input);
        each.policy = m_options.policy;
        each.count = m_options.count.value_or(m_options.untilSuccess ? ReplaySeries::usualTries : 1);
        each.command = progress().run;
        if (const auto checked = checkSeries(m_series); !checked)
            return fail(checked.error());
        m_run = workbench().replayer().run(m_series);
        m_sinceTold.start();
        connect(m_run, &ReplayRun::made, this, [this](const QList<DeliveryId>& ids) {
            m_line.insert(m_line.end(), ids.begin(), ids.end());
        });
        connect(m_run, &ReplayRun::ended, this, [this](DeliveryId id) {
            m_ended << id;
            printNext();
        });
        connect(m_run, &ReplayRun::refused, this, &ReplayCommand::sayRefused);
        connect(m_run, &ReplayRun::progressed, this, &ReplayCommand::tell);
        connect(m_run, &ReplayRun::finished, this, [this](const ReplayProgress& summary) {
            m_summary = summary;
            m_run = nullptr;
            printNext();
        });
    }

    void sayRefused(const QString&, const Error& error)
    {
        if (!m_firstError)
            m_firstError = error;
        if (++m_refused <= mostErrorsSaid)
            output().error(error);
        else if (m_refused == mostErrorsSaid + 1)
            output().note(CliText::tr("More that cannot be sent are only counted."));
    }

    void tell(const ReplayProgress& progress)
    {
        if (progress.total <= 1 || !m_sinceTold.hasExpired(progressEvery.count()))
            return;
        m_sinceTold.restart();
        output().summary(replayProgressWords(progress));
    }

    /// In the order in which they were made, each once it has ended.
    void printNext()
    {
        if (m_printing || isFinished())
            return;
        if (m_interrupted && m_summary)
            return end();
        if (m_line.empty() || !m_ended.contains(m_line.front()))
            return m_summary ? end() : void();
        m_printing = true;
        if (output().isFull()) {
            connect(
                &output().streams(), &Streams::hasRoom, this, [this] { printAgain(); },
                Qt::SingleShotConnection);
            return;
        }
        const DeliveryId id = m_line.front();
        m_line.pop_front();
        m_ended.remove(id);
        workbench().deliveries().get(id).then(this, [this](const Result<DeliveryRecord>& record) {
            if (record) // else it was removed meanwhile
                compare(*record);
            else
                printAgain();
        });
    }

    void printAgain()
    {
        m_printing = false;
        printNext();
    }

    void compare(const DeliveryRecord& record)
    {
        const QString& before = record.delivery.basis.comparedWith;
        if (before.isEmpty() || record.delivery.state == DeliveryState::Cancelled) {
            printReplay(output(), record, std::nullopt);
            return printAgain();
        }
        workbench()
            .differ()
            .compareAnswers(before, record.delivery.id.toString())
            .then(this, [this, record](const Result<AnswerChange>& change) {
                if (isFinished())
                    return;
                printReplay(output(), record, change ? std::optional(*change) : std::nullopt);
                printAgain();
            });
    }

    void end()
    {
        const ReplayProgress& summary = *m_summary;
        if (m_interrupted) {
            output().summary(replaySummaryWords(summary));
            return finish(ExitStatus::Interrupted);
        }
        if (summary.made == 0 && m_firstError)
            return finish(exitStatusOf(m_firstError->code));
        output().summary(replaySummaryWords(summary));
        finish(summary.succeeded(m_series.untilSuccess) ? ExitStatus::Done : ExitStatus::Failed);
    }

    ReplayOptions m_options;
    ReplaySeries m_series;
    QPointer<ReplayRun> m_run;
    std::deque<DeliveryId> m_line; ///< what will be printed
    QSet<DeliveryId> m_ended;
    std::optional<ReplayProgress> m_summary;
    std::optional<Error> m_firstError;
    QElapsedTimer m_sinceTold;
    int m_refused = 0;
    bool m_printing = false, m_interrupted = false;
};

QStringList replayExamples()
{
    return {QStringLiteral("replay d1"),
            QStringLiteral("replay c5 --to http://127.0.0.1:9000/hook --exact"),
            QStringLiteral("replay d1 --policy fixed:5x3"),
            QStringLiteral("replay d1 --edit change.json"),
            QStringLiteral("replay d1 --fresh --count 20 --together"),
            QStringLiteral("replay d1 --until-success --rate 2 --count 50"),
            QStringLiteral("replay --where 'received>1d path:/hook' --spacing 10"),
            QStringLiteral("replay --where 'state=exhausted after:1d'")};
}

QString verdictDetails()
{
    return CliText::tr(
        "Verdicts: a replay is compared with the newest delivery or capture that goes back to the same "
        "source, was "
        "made for the same address, and had an answer before this command began; else with what the "
        "replayed capture was answered, where it goes to the listener that took it: \"fixed\" (it had "
        "failed), "
        "\"still-failing\", \"regressed\" (it had been delivered), \"still-passing\"; \"first\" where there "
        "is none. "
        "With --json, \"comparedWith\" names it, and \"answerChange\" says what differs between the two "
        "answers: "
        "status and body.\n");
}

/// How and when they follow each other.
void addManner(CLI::App& app, ReplayOptions& options)
{
    constexpr double mostPerSecond = 10'000;
    addSwitch(
        app, "--fresh", options.fresh,
        CliText::tr("With new ids and times, where the provider's profile knows them: message id, task id, "
                    "times, and addresses made of them; and of Standard Webhooks their id, time and, where "
                    "the secret is known, signature"));
    addSwitch(
        app, "--signing-secret-stdin", options.secretFromInput,
        CliText::tr("Read the secret (whsec_…) that a fresh or edited request is signed with anew, where "
                    "it was signed as Standard Webhooks are; it is not kept"));
    addNumber(app, "--rate", options.rate, mostPerSecond, CliText::tr("So many a second, in real time"));
    addText(
        app, "--spacing", options.spacing,
        CliText::tr("As far from each other as the originals were, in the order they came: original, or how "
                    "many times as fast"))
        ->type_name("original|FACTOR");
    addSwitch(app, "--together", options.together,
              CliText::tr("In parallel, the last bytes released at once; at most %1")
                  .arg(ReplaySeries::mostTogether));
    addSwitch(
        app, "--until-success", options.untilSuccess,
        CliText::tr("Each again and again until it is delivered, at most --count times (%1 if not given): a "
                    "second after each failure, or as --rate says")
            .arg(ReplaySeries::usualTries));
}

} // namespace

void addReplayCommand(CommandTable& table)
{
    const auto options = std::make_shared<ReplayOptions>();
    CLI::App& app = table.add(
        table.root(),
        withDetails(verdictDetails() + u'\n' + editFormat(),
                    goingOn({QStringLiteral("replay"),
                             CliText::tr("Sends deliveries or captures again, as new deliveries."),
                             replayExamples(), Access::Write,
                             [options](const CommandContext& context) {
                                 return std::make_unique<ReplayCommand>(context, *options);
                             },
                             [options] {
                                 return options->edit == QLatin1String("-") || options->secretFromInput;
                             }})));
    addTexts(app, "id", options->sources, CliText::tr("Deliveries and captures: d1 c5"));
    addWhere(app, options->where, CliText::tr("Those for which it holds, instead of ids."));
    addOf(app, options->of);
    addText(app, "--to", options->url, CliText::tr("Another address; its own if not given"))
        ->type_name("URL");
    addSwitch(app, "--exact", options->exact, CliText::tr("Byte for byte, head included"));
    addText(app, "--edit", options->edit,
            CliText::tr("A JSON object with what replaces the original's: \"method\", \"url\", \"headers\" "
                        "([[\"Name\", \"value\"], …]), \"body\" or \"bodyBase64\""))
        ->type_name("FILE");
    addText(app, "--policy", options->policy,
            CliText::tr("How often it is tried: provider, none, fixed:30x5, or an own policy's name; one "
                        "attempt if not given"))
        ->type_name("P");
    addCount(app, "--count", options->count, 1, 1'000'000,
             CliText::tr("So many times each; with --until-success, at most so often"));
    addManner(app, *options);
    addSpeed(app, options->speed);
}

} // namespace hookworks
