// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QStringList>

namespace hookworks {

using namespace Qt::StringLiterals;

/// What a query asks, at random, of what the captures have or nearly have.
inline const QStringList queryTerms{u"report.failed"_s,
                                    u"needle"_s,
                                    u"NEEDLE1"_s,
                                    u"\"x y\""_s,
                                    u"tenant"_s,
                                    u"c17"_s,
                                    u"C17"_s,
                                    u"nothing-of-it"_s,
                                    u"te"_s,
                                    u"grüß"_s,
                                    u"\"GRüß\""_s,
                                    u"\"e\\\"}\""_s,
                                    u"method=GET"_s,
                                    u"method:put"_s,
                                    u"method=PUT"_s,
                                    u"path=/hook"_s,
                                    u"path=/o*th"_s,
                                    u"path:/OTHER/path"_s,
                                    u"target~x=1"_s,
                                    u"query=x=12"_s,
                                    u"query=*2"_s,
                                    u"status=503"_s,
                                    u"status>200"_s,
                                    u"status=5*"_s,
                                    u"status!=200"_s,
                                    u"status=0"_s,
                                    u"valid=false"_s,
                                    u"valid!=false"_s,
                                    u"problem~host"_s,
                                    u"remote~:4001"_s,
                                    u"remote=127.0.0.1:40100"_s,
                                    u"rule=\"down for 3\""_s,
                                    u"rule=5"_s,
                                    u"rule~5"_s,
                                    u"rule!=5"_s,
                                    u"fault=reset"_s,
                                    u"fault!=reset"_s,
                                    u"delivery=d1"_s,
                                    u"delivery!=d1"_s,
                                    u"listener=l2"_s,
                                    u"listener=3"_s,
                                    u"size>100"_s,
                                    u"size=0"_s,
                                    u"size<=22.5"_s,
                                    u"head~'x-len: 7'"_s,
                                    u"body~strange"_s,
                                    u"body=''"_s,
                                    u"body={broken"_s,
                                    u"body~FAILED"_s,
                                    u"received>2026-01-01T00:05"_s,
                                    u"before:2026-01-01T00:02"_s,
                                    u"received=2026-01-01T00:03"_s,
                                    u"event=report.failed"_s,
                                    u"event!=report.failed"_s,
                                    u"provider=own"_s,
                                    u"webhook=OneDrive"_s,
                                    u"webhook=w4"_s,
                                    u"state=waiting"_s,
                                    u"message=m-1"_s,
                                    u"outcome=rejected"_s,
                                    u"is:malformed"_s,
                                    u"is:marked"_s,
                                    u"note~LATE"_s,
                                    u"note:'look: 5 late ones'"_s,
                                    u"note=*late*"_s,
                                    u"note!='Look: 5 late ones'"_s,
                                    u"note~red"_s,
                                    u"note>a"_s,
                                    u"is:replay"_s,
                                    u"header.x-tenant=t3"_s,
                                    u"header.X-Len=7"_s,
                                    u"header.X-Len>15"_s,
                                    u"header.X-Folded~value"_s,
                                    u"header.Nope!=x"_s,
                                    u"header.content-encoding=rev"_s,
                                    u"$.event=report.failed"_s,
                                    u"$.event:REPORT.*"_s,
                                    u"$.n=100"_s,
                                    u"$.n>=100"_s,
                                    u"$.n<0"_s,
                                    u"remote<127.0.0.1:40050"_s,
                                    u"$.s=grüße"_s,
                                    u"$.path~b"_s,
                                    u"$.path='a/b\n'"_s,
                                    u"$.a.k='[1,2]'"_s,
                                    u"$.a~'k\":[1'"_s,
                                    u"$.list[0].b='x y'"_s,
                                    u"$.failed=false"_s,
                                    u"$.task~9"_s,
                                    u"$.nothing=1"_s,
                                    u"$.nothing!=1"_s,
                                    u"id>c120"_s,
                                    u"id=c77"_s,
                                    u"id~77"_s};

inline QString randomQuery(QRandomGenerator& random, int depth = 0)
{
    const int kind = random.bounded(depth > 2 ? 2 : 5);
    if (kind < 2)
        return queryTerms[random.bounded(queryTerms.size())];
    if (kind == 2)
        return u"not ("_s + randomQuery(random, depth + 1) + u')';
    return u'(' + randomQuery(random, depth + 1) + (kind == 3 ? u" and "_s : u" or "_s) +
           randomQuery(random, depth + 1) + u')';
}

} // namespace hookworks
