// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"

#include <QRegularExpression>

#include <limits>

namespace hookworks {

namespace {

constexpr double fastest = 1'000'000;

std::string wrong(const QString& message)
{
    return message.toStdString();
}

/// A number, or why it is none.
std::optional<double> numberFrom(const std::string& text)
{
    bool ok = false;
    const double number = QString::fromStdString(text).toDouble(&ok);
    return ok && qIsFinite(number) ? std::optional(number) : std::nullopt;
}

/// `64Ki`, `5G`, `1000`; nullopt: it is no number of bytes.
std::optional<qint64> bytesFrom(const std::string& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,15})([kKMGT]?)(i?)B?$"));
    const QRegularExpressionMatch match = form.match(QString::fromStdString(text));
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toUpper();
    const qint64 step = match.captured(3).isEmpty() ? 1000 : 1024;
    qint64 bytes = match.captured(1).toLongLong();
    for (qsizetype i = QStringLiteral("KMGT").indexOf(unit); !unit.isEmpty() && i >= 0; --i) {
        if (bytes > std::numeric_limits<qint64>::max() / step)
            return std::nullopt;
        bytes *= step;
    }
    return bytes;
}

} // namespace

CLI::Option* addText(CLI::App& app, const char* name, QString& target, const QString& description)
{
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string& text) { target = QString::fromStdString(text); },
            description.toStdString())
        ->type_name(name[0] == '-' ? "TEXT" : "");
}

CLI::Option* addTexts(CLI::App& app, const char* name, QStringList& target, const QString& description)
{
    auto* option = app.add_option_function<std::vector<std::string>>(
        name,
        [&target](const std::vector<std::string>& texts) {
            target.clear();
            for (const std::string& text : texts)
                target << QString::fromStdString(text);
        },
        description.toStdString());
    if (name[0] == '-')
        return option->type_name("TEXT")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return option->type_name("");
}

CLI::Option* addSwitch(CLI::App& app, const char* name, bool& target, const QString& description)
{
    return app.add_flag(name, target, description.toStdString());
}

CLI::Option* addCount(CLI::App& app, const char* name, std::optional<int>& target, int least, int most,
                      const QString& description)
{
    const auto check = [least, most](const std::string& text) {
        bool ok = false;
        const int number = QString::fromStdString(text).toInt(&ok);
        return ok && number >= least && number <= most
                   ? std::string()
                   : wrong(CliText::tr("'%1' is no whole number from %2 to %3.")
                               .arg(QString::fromStdString(text))
                               .arg(least)
                               .arg(most));
    };
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string& text) { target = QString::fromStdString(text).toInt(); },
            description.toStdString())
        ->check(CLI::Validator(check, "", ""))
        ->type_name("N");
}

CLI::Option* addBytes(CLI::App& app, const char* name, std::optional<qint64>& target, qint64 least,
                      qint64 most, const QString& description)
{
    const auto check = [least, most](const std::string& text) {
        const auto bytes = bytesFrom(text);
        return bytes && *bytes >= least && *bytes <= most
                   ? std::string()
                   : wrong(CliText::tr("'%1' is no number of bytes from %2 to %3, such as 10485760 or 10Mi.")
                               .arg(QString::fromStdString(text))
                               .arg(least)
                               .arg(most));
    };
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string& text) { target = bytesFrom(text); }, description.toStdString())
        ->check(CLI::Validator(check, "", ""))
        ->type_name("BYTES");
}

CLI::Option* addSeconds(CLI::App& app, const char* name, std::optional<Micros>& target,
                        const QString& description)
{
    const auto check = [](const std::string& text) {
        const auto number = numberFrom(text);
        return number && *number > 0 && *number <= 1e9
                   ? std::string()
                   : wrong(CliText::tr("'%1' is no number of seconds greater than 0.")
                               .arg(QString::fromStdString(text)));
    };
    return app
        .add_option_function<std::string>(
            name,
            [&target](const std::string& text) { target = microsFromSeconds(numberFrom(text).value_or(0)); },
            description.toStdString())
        ->check(CLI::Validator(check, "", ""))
        ->type_name("SECONDS");
}

CLI::Option* addNumber(CLI::App& app, const char* name, std::optional<double>& target, double most,
                       const QString& description)
{
    const auto check = [most](const std::string& text) {
        const auto number = numberFrom(text);
        return number && *number > 0 && *number <= most
                   ? std::string()
                   : wrong(CliText::tr("'%1' is no number greater than 0 and up to %2.")
                               .arg(QString::fromStdString(text))
                               .arg(most, 0, 'f', 0));
    };
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string& text) { target = numberFrom(text); },
            description.toStdString())
        ->check(CLI::Validator(check, "", ""))
        ->type_name("N");
}

CLI::Option* addSpeed(CLI::App& app, std::optional<double>& target)
{
    return addNumber(
        app, "--speed", target, fastest,
        CliText::tr("How many times faster than real time the workbench's clock runs, for this command"));
}

Result<RealTime> timeFrom(const char* option, const QString& text)
{
    if (const auto time = realTimeFromIso(text))
        return *time;
    return fail(ErrorCode::BadInput, CliText::tr("%1: '%2' is no ISO 8601 time, as 2026-01-02T03:04:05Z.")
                                         .arg(QLatin1String(option), text));
}

CLI::Option* addChoice(CLI::App& app, const char* name, QString& target, const QStringList& words,
                       const QString& description)
{
    const auto check = [words](const std::string& text) {
        return words.contains(QString::fromStdString(text))
                   ? std::string()
                   : wrong(CliText::tr("'%1' is none of: %2.")
                               .arg(QString::fromStdString(text), words.join(QStringLiteral(", "))));
    };
    return addText(app, name, target, description)
        ->check(CLI::Validator(check, "", ""))
        ->type_name(words.join(QLatin1Char('|')).toStdString());
}

} // namespace hookworks
