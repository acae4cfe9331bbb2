// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samples.h"

#include "domain/words.h"
#include "store/keys.h"
#include "store/rows.h"

#include <algorithm>

namespace hookworks {

namespace {

QString named(const QString& sample)
{
    return QStringLiteral("sample \"%1\"").arg(sample);
}

Result<void> checkSampleName(const QString& name)
{
    if (auto named = checkName(name); !named)
        return named;
    if (name.size() > longestSampleName)
        return fail(
            ErrorCode::BadInput,
            tr("The name has %1 characters; use at most %2.").arg(name.size()).arg(longestSampleName));
    if (std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return fail(ErrorCode::BadInput, tr("A name is one line of plain text."));
    return {};
}

Result<SampleBody> toSample(Rows& row, SqlConnection& connection)
{
    SampleBody sample;
    StoredBody body;
    Records<SampleColumns>::read(row, wholeRow, sample, body);
    return loadBody(connection, body).map([&](QByteArray bytes) {
        sample.body = std::move(bytes);
        return sample;
    });
}

} // namespace

SampleReader::SampleReader(SqlConnection& connection)
    : m_connection(&connection)
{
}

Result<QList<SampleBody>> SampleReader::samples()
{
    return all(m_connection->ask(
                   Records<SampleColumns>::select("ORDER BY name COLLATE NOCASE, name", RowPart::Summary)),
               [](Rows& row) {
                   SampleBody sample;
                   StoredBody none;
                   Records<SampleColumns>::read(row, RowPart::Summary, sample, none);
                   return sample;
               });
}

Result<SampleBody> SampleReader::sample(const QString& name)
{
    return theOne(first(m_connection->ask(Records<SampleColumns>::select("WHERE name = ?"), name),
                        [&](Rows& row) { return toSample(row, *m_connection); }),
                  named(name));
}

SampleWriter::SampleWriter(SqlConnection& connection, Ledger& ledger)
    : m_connection(&connection)
    , m_ledger(&ledger)
    , m_stored(connection)
{
}

Result<void> SampleWriter::addSample(const SampleBody& sample)
{
    if (auto good = checkSampleName(sample.name); !good)
        return good;
    const auto other = first(m_connection->ask("SELECT 1 FROM samples WHERE name = ?", sample.name),
                             [](Rows& row) { return row.integer(); });
    if (!other)
        return tl::unexpected(other.error());
    if (*other)
        return fail(ErrorCode::Conflict,
                    tr("There is a sample \"%1\" already. Choose another name, or remove it first.")
                        .arg(sample.name));
    const auto body = storeBody(*m_connection, *m_ledger, sample.body);
    if (!body)
        return tl::unexpected(body.error());
    m_ledger->changes().samples = true;
    return done(Records<SampleColumns>::insert(*m_connection, sample, *body));
}

Result<SampleBody> SampleWriter::removeSample(const QString& name)
{
    auto stored = m_stored.sample(name);
    if (!stored)
        return stored;
    const auto body = first(m_connection->ask("SELECT body_body FROM samples WHERE name = ?", name),
                            [](Rows& row) { return row.maybeInteger(); });
    if (!body)
        return tl::unexpected(body.error());
    if (*body && **body) {
        if (auto deleted = deleteBody(*m_connection, BodyId{***body}); !deleted)
            return tl::unexpected(deleted.error());
    }
    m_ledger->changes().samples = true;
    return m_connection->run("DELETE FROM samples WHERE name = ?", name).map([&](int) { return *stored; });
}

} // namespace hookworks
