// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QJsonObject task()
{
    return objectOf(
        R"({"id":"b9e574a9-fb52-443b-a1aa-1eed82a8b1ba","title":"Weekly",)"
        R"("reportTaskId":"20cf12d4-4c6f-4212-8510-14ddbbd6ae66",)"
        R"("templateId":"8692affa-7eb4-40b5-ba15-04ba8954a90c","startOn":"2020-01-12T00:55:32.941Z",)"
        R"("endOn":"2021-01-12T00:55:32.941Z","frequency":"Monthly",)"
        R"("filterCycleId":"487a5c2f-fcae-4ad1-9bfa-444140818446","createdAt":"2020-01-12T00:51:07.536Z",)"
        R"("lastSavedAt":"2020-01-12T00:51:07.659Z","templateHtml":"<div></div>"})");
}

QJsonObject changed(QJsonObject object, const QString& key, const QJsonValue& value)
{
    object[key] = value;
    return object;
}

QJsonObject without(QJsonObject object, const QString& key)
{
    object.remove(key);
    return object;
}

QJsonObject payload(const QString& trigger, const QJsonObject& more = {})
{
    QJsonObject object{{u"reportTask"_s, task()}, {u"trigger"_s, trigger}};
    for (auto it = more.begin(); it != more.end(); ++it)
        object[it.key()] = *it;
    return object;
}

QJsonValue json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

/// Samples for one schema, each with what an independent validator should say.
class Samples
{
public:
    void add(const QString& schema, const QString& name, const QJsonValue& value, bool valid)
    {
        m_list.append(
            QJsonObject{{u"schema"_s, schema}, {u"name"_s, name}, {u"value"_s, value}, {u"valid"_s, valid}});
    }
    const QJsonArray& list() const { return m_list; }

private:
    QJsonArray m_list;
};

void addTasks(Samples& samples)
{
    const QString cr = u"connectreport"_s, cp = u"connectreport-payload"_s;
    const QJsonObject failure{{u"status"_s, u"failure"_s}, {u"error"_s, u"Report task failed due to X"_s}};
    samples.add(cr, u"task"_s, task(), true);
    samples.add(u"all"_s, u"task of all"_s, task(), true);
    samples.add(cr, u"no cycle"_s, changed(task(), u"filterCycleId"_s, QJsonValue::Null), true);
    samples.add(cr, u"no UUID"_s, changed(task(), u"id"_s, u"1"_s), false);
    samples.add(cr, u"no time"_s, changed(task(), u"startOn"_s, u"tomorrow"_s), false);
    samples.add(cr, u"month 13"_s, changed(task(), u"startOn"_s, u"2026-13-01T00:00:00Z"_s), false);
    samples.add(cr, u"number as title"_s, changed(task(), u"title"_s, 5), false);
    samples.add(cr, u"unknown key"_s, changed(task(), u"titel"_s, u"x"_s), false);
    samples.add(cr, u"an array"_s, QJsonArray(), false);
    samples.add(cp, u"before"_s, payload(u"preReportTask"_s), true);
    samples.add(u"all-payload"_s, u"before, of all"_s, payload(u"preReportTask"_s), true);
    samples.add(cp, u"after"_s, payload(u"postReportTask"_s, {{u"status"_s, u"success"_s}}), true);
    samples.add(cp, u"after, failed"_s, payload(u"postReportTask"_s, failure), true);
    samples.add(cp, u"after, no status"_s, payload(u"postReportTask"_s), false);
    samples.add(cp, u"status before"_s, payload(u"preReportTask"_s, {{u"status"_s, u"success"_s}}), false);
    samples.add(cp, u"error on success"_s,
                payload(u"postReportTask"_s, {{u"status"_s, u"success"_s}, {u"error"_s, u"x"_s}}), false);
    samples.add(cp, u"other error"_s,
                payload(u"postReportTask"_s, changed(failure, u"error"_s, u"It broke"_s)), false);
    samples.add(cp, u"other trigger"_s, payload(u"midReportTask"_s), false);
    samples.add(cp, u"no title"_s,
                changed(payload(u"preReportTask"_s), u"reportTask"_s, without(task(), u"title"_s)), false);
}

void addTrees(Samples& samples)
{
    const QString hy = u"hybiscus"_s, hp = u"hybiscus-payload"_s;
    samples.add(hy, u"small"_s,
                json(R"({"type":"Report","options":{"report_title":"Q"},"config":{},"components":[]})"),
                true);
    samples.add(
        hy, u"nested"_s,
        json(
            R"({"type":"Report","components":[{"type":"Section","options":{"section_title":"S"},"components":[{"type":"Row","components":[{"type":"Card","options":{"title":"T","value":5}}]}]}]})"),
        true);
    samples.add(
        hy, u"hooks"_s,
        json(
            R"({"config":{"webhooks":[{"url":"https://a.example/x","auth_header":null},{"url":"{listener}/h"}]}})"),
        true);
    samples.add(
        hy, u"four hooks"_s,
        json(
            R"({"config":{"webhooks":[{"url":"http://a"},{"url":"http://b"},{"url":"http://c"},{"url":"http://d"}]}})"),
        false);
    samples.add(hy, u"hook without URL"_s, json(R"({"config":{"webhooks":[{"auth_header":"x"}]}})"), false);
    samples.add(hy, u"hook with FTP"_s, json(R"({"config":{"webhooks":[{"url":"ftp://a"}]}})"), false);
    samples.add(hy, u"unknown component"_s, json(R"({"components":[{"type":"Sun","options":{}}]})"), false);
    samples.add(hy, u"missing option"_s, json(R"({"components":[{"type":"Text","options":{}}]})"), false);
    samples.add(
        hy, u"wrong type inside"_s,
        json(R"({"components":[{"type":"Row","components":[{"type":"Text","options":{"text":1}}]}]})"),
        false);
    samples.add(
        hy, u"inside of what holds nothing"_s,
        json(
            R"({"components":[{"type":"Text","options":{"text":"x"},"components":[{"type":"PageBreak"}]}]})"),
        false);
    samples.add(hy, u"wrong enumeration"_s, json(R"({"config":{"color_theme":"beige"}})"), false);
    samples.add(hp, u"completed"_s, json(R"({"event":"report.completed","task_id":"1","url":"https://a/b"})"),
                true);
    samples.add(hp, u"failed"_s, json(R"({"event":"report.failed","task_id":"1","url":"https://a/b"})"),
                true);
    samples.add(hp, u"other event"_s, json(R"({"event":"report.started","task_id":"1","url":"https://a/b"})"),
                false);
    samples.add(hp, u"no url"_s, json(R"({"event":"report.failed","task_id":"1"})"), false);
    samples.add(hp, u"number as id"_s, json(R"({"event":"report.failed","task_id":1,"url":"https://a/b"})"),
                false);
}

/// Every `$ref` of a document.
QStringList referencesIn(const QJsonValue& value)
{
    QStringList found;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"$ref")
            found << it->toString();
        found << referencesIn(*it);
    }
    for (const QJsonValue& item : value.toArray())
        found << referencesIn(item);
    return found;
}

QJsonValue at(const QJsonObject& root, const QString& pointer)
{
    QJsonValue value = root;
    for (const QString& key : pointer.split(u'/').mid(1))
        value = value.toObject()[key];
    return value;
}

} // namespace

/// What the profiles are written as for other programs.
class CliProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemasAcceptWhatIsValidAndRefuseTheRest();
    void apiDocumentsHoldTogether_data();
    void apiDocumentsHoldTogether();
    void examplesFitTheirSchemas();
    void providersAreListed();
    void noWorkspaceIsNeeded();

private:
    QJsonObject written(const QString& command);
    QByteArray judged(const QJsonObject& schemas, const QJsonArray& samples);

    Home m_home;
};

QJsonObject CliProviderTest::written(const QString& command)
{
    const ProgramResult result = m_home.run(command.split(u' '));
    return result.status == 0 ? objectOf(result.out) : QJsonObject();
}

QByteArray CliProviderTest::judged(const QJsonObject& schemas, const QJsonArray& samples)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s,
                 {QStringLiteral(HOOKWORKS_SOURCE_DIR) + u"/tests/cli/schema_check.py"_s});
    python.write(QJsonDocument(QJsonObject{{u"schemas"_s, schemas}, {u"samples"_s, samples}}).toJson());
    python.closeWriteChannel();
    return python.waitForFinished() ? python.readAllStandardOutput().trimmed() + python.readAllStandardError()
                                    : QByteArray("no answer");
}

void CliProviderTest::schemasAcceptWhatIsValidAndRefuseTheRest()
{
    QJsonObject schemas;
    for (const QString& provider : {u"connectreport"_s, u"hybiscus"_s, QString()}) {
        const QString name = provider.isEmpty() ? u"all"_s : provider;
        schemas[name] = written(u"provider schema %1"_s.arg(provider).trimmed());
        schemas[name + u"-payload"_s] =
            written(u"provider schema %1 --of payload"_s.arg(provider).simplified());
    }
    Samples samples;
    addTasks(samples);
    addTrees(samples);
    QCOMPARE(judged(schemas, samples.list()), QByteArray("ok"));
}

void CliProviderTest::apiDocumentsHoldTogether_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("version");
    for (const char* const provider : {"connectreport", "hybiscus", ""}) {
        QTest::newRow(qPrintable(u"openapi "_s + QString::fromLatin1(provider)))
            << u"provider openapi %1"_s.arg(QString::fromLatin1(provider)).trimmed() << u"openapi 3.1.0"_s;
        QTest::newRow(qPrintable(u"asyncapi "_s + QString::fromLatin1(provider)))
            << u"provider asyncapi %1"_s.arg(QString::fromLatin1(provider)).trimmed() << u"asyncapi 3.0.0"_s;
    }
}

/// What it refers to is there, and what is there is referred to.
void CliProviderTest::apiDocumentsHoldTogether()
{
    QFETCH(QString, command);
    QFETCH(QString, version);
    const QJsonObject document = written(command);
    QCOMPARE(document[version.section(u' ', 0, 0)].toString(), version.section(u' ', 1));
    const QStringList references = referencesIn(document);
    QVERIFY(!references.isEmpty());
    for (const QString& reference : references)
        QVERIFY2(reference.startsWith(u"#/") && at(document, reference.sliced(1)).isObject(),
                 qPrintable(reference));
    const QJsonObject components = document[u"components"_s].toObject();
    for (const QString& kind : {u"schemas"_s, u"messages"_s}) {
        for (const QString& name : components[kind].toObject().keys())
            QVERIFY2(references.contains(u"#/components/%1/%2"_s.arg(kind, name)), qPrintable(name));
    }
    QVERIFY(!document[u"info"_s].toObject()[u"description"_s].toString().isEmpty());
}

void CliProviderTest::examplesFitTheirSchemas()
{
    const QJsonObject document = written(u"provider openapi"_s);
    const QJsonObject schemas{{u"all"_s, written(u"provider schema --of payload"_s)}};
    Samples samples;
    const QJsonObject webhooks = document[u"webhooks"_s].toObject();
    QCOMPARE(webhooks.size(), 4);
    for (const QString& name : webhooks.keys()) {
        const QJsonObject examples = at(webhooks[name].toObject(), u"/post/requestBody/content"_s)
                                         .toObject()[u"application/json"_s]
                                         .toObject()[u"examples"_s]
                                         .toObject();
        QVERIFY2(!examples.isEmpty(), qPrintable(name));
        for (const QString& example : examples.keys())
            samples.add(u"all"_s, example, examples[example].toObject()[u"value"_s], true);
    }
    QCOMPARE(judged(schemas, samples.list()), QByteArray("ok"));
}

void CliProviderTest::providersAreListed()
{
    const ProgramResult list = m_home.run({u"provider"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.status, 0);
    QCOMPARE(list.lines().size(), 2);
    QCOMPARE(keysOf(list.lines().first()), QByteArray("key title events retries page revision"));
    QCOMPARE(m_home.run({u"provider"_s, u"show"_s, u"hybiscus"_s}).status, 0);
    QCOMPARE(m_home.run({u"provider"_s, u"schema"_s, u"nobody"_s}).status, 2);
}

void CliProviderTest::noWorkspaceIsNeeded()
{
    const QString missing = m_home.path(u"missing.hookworks"_s);
    const QString damaged = m_home.write(u"damaged.hookworks"_s, "no workspace");
    for (const QString& workspace : {missing, damaged}) {
        const auto ran = m_home.runPlain({u"--workspace"_s, workspace, u"provider"_s, u"list"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("hybiscus"));
    }
    QVERIFY(!QFile::exists(missing));
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("no workspace"));
}

QTEST_GUILESS_MAIN(CliProviderTest)
#include "provider_test.moc"
