<#-- Sentences that name what people have typed. Keycloak looks for message keys in what a sentence names, so the name comes after that. -->

<#-- To be read: cut where the name goes, so that one of any script keeps to itself. -->
<#macro cut sentence name title=name><#list sentence?split("\n") as part>${part}<#sep><bdi<#if title != name> title="${title}"</#if>>${name}</bdi></#list></#macro>

<#macro around key name><@cut msg(key, "\n") name/></#macro>

<#-- A domain stands there in its own letters and has those of the DNS beside it. -->
<#macro domain key domain date=""><@cut msg(key, "\n", date) domain.text() domain.written()/></#macro>

<#-- Where no element can stand, such as in a title. -->
<#function plain sentence name><#return sentence?replace("\n", orgSwitcherPageLanguage.named(name))></#function>

<#function literal key name><#return plain(msg(key, "\n"), name)></#function>
